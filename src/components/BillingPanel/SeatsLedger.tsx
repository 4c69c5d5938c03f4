import type { BillingPreview } from '../../contract/index.js';
import { useGuildhall } from '../../provider/context.js';
import { costOf, priceOf } from './words.js';
import type { DialogWords, PaidTerms } from './words.js';

export interface SeatsLedgerProps {
  preview: BillingPreview;
  /** What is paid until now. */
  before: PaidTerms;
  /** Whether what is shown is about to be replaced. */
  isDimmed: boolean;
  t: DialogWords;
}

/** What a number of seats costs today, and from the next bill on. */
export function SeatsLedger({ preview, before, isDimmed, t }: SeatsLedgerProps) {
  const { format } = useGuildhall();
  const { now, next, seats, interval, at, takesEffect } = preview;
  const waits = takesEffect === 'period_end';
  const nothing = waits ? t('untilThen', { date: format.day(at) }) : t('nothingToday');
  const times = t('timesWas', {
    count: seats ?? 0,
    price: format.money(priceOf(before)),
    amount: format.money(costOf(before)),
  });
  return (
    <dl className="gh-bill gh-seats-ledger" data-dimmed={isDimmed ? '' : undefined} aria-live="polite">
      <div>
        <dt>
          <b>{t('today')}</b>
          <small>{now ? t('prorated', { date: format.day(next.date) }) : nothing}</small>
        </dt>
        <dd>
          <b>{format.money(now?.due ?? { ...preview.recurring, amount: 0 })}</b>
        </dd>
      </div>
      <div>
        <dt>
          {t(`then_${interval}`, { date: format.day(waits ? at : next.date) })}
          <small>{times}</small>
        </dt>
        <dd>{format.money(preview.recurring)}</dd>
      </div>
    </dl>
  );
}

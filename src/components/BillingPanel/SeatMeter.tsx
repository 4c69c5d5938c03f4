import type { Translate } from '../../i18n/index.js';
import type { billingPanelMessages } from './BillingPanel.messages.js';

/** Above so many, single ticks are too many to tell apart: one bar says it better. */
const MAX_TICKS = 40;

export interface SeatMeterProps {
  members: number;
  invited: number;
  /** Paid for or allowed, and not used. */
  free: number;
  /** Not there yet: what a change would add. @default 0 */
  added?: number | undefined;
  t: Translate<(typeof billingPanelMessages)['messages']>;
}

const KINDS = ['members', 'invited', 'free', 'added'] as const;
const LEGEND = { members: 'legendMembers', invited: 'legendInvited', free: 'legendFree', added: 'legendNew' } as const;

/** Seats as ticks: who is in, who is invited, what is free, what is new. The legend carries the numbers. */
export function SeatMeter({ t, added = 0, ...given }: SeatMeterProps) {
  const counts = { ...given, added };
  const total = KINDS.reduce((sum, kind) => sum + counts[kind], 0);
  const shown = KINDS.filter((kind) => counts[kind] > 0);
  return (
    <div className="gh-meter" data-look={total > MAX_TICKS ? 'bar' : 'ticks'}>
      <div className="gh-meter-ticks" aria-hidden="true">
        {total > MAX_TICKS
          ? shown.map((kind) => <i key={kind} data-kind={kind} style={{ flexGrow: counts[kind] }} />)
          : shown.flatMap((kind) =>
              Array.from({ length: counts[kind] }, (_, index) => <i key={`${kind}${index}`} data-kind={kind} />),
            )}
      </div>
      <ul className="gh-meter-legend">
        {shown.map((kind) => (
          <li key={kind} data-kind={kind}>
            {t(LEGEND[kind], { count: counts[kind] })}
          </li>
        ))}
      </ul>
    </div>
  );
}

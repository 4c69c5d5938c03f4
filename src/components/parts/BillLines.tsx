import type { ReactNode } from 'react';
import type { Bill, Money } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import type { billMessages } from './bill.messages.js';
import { lineNote, lineTitle } from './billLine.js';
import type { LineWords } from './billLine.js';

export interface BillLinesProps {
  bill: Bill;
  words: LineWords;
  t: Translate<(typeof billMessages)['messages']>;
  /** What the last line is called: "To pay today". */
  totalLabel: ReactNode;
}

function Line({ title, note, amount, words }: { title: ReactNode; note: ReactNode; amount: Money; words: LineWords }) {
  return (
    <div className="gh-bill-line" data-credit={amount.amount < 0 ? '' : undefined}>
      <dt>
        {title}
        {note === null ? null : <small>{note}</small>}
      </dt>
      <dd>{words.format.money(amount)}</dd>
    </div>
  );
}

/**
 * A bill, line by line, that adds up to its last line. Tax is always a line, and so is credit that is used.
 *
 * @example <BillLines bill={preview.now} words={words} t={t} totalLabel={t('toPay')} />
 */
export function BillLines({ bill, words, t, totalLabel }: BillLinesProps) {
  const { lines, tax, creditUsed, due } = bill;
  const remainder = due.amount - bill.total.amount + creditUsed.amount;
  return (
    <dl className="gh-bill">
      {lines.map((line) => (
        <Line
          key={line.id}
          title={lineTitle(line, words)}
          note={lineNote(line, words)}
          amount={line.amount}
          words={words}
        />
      ))}
      <Line title={t('tax')} note={tax.amount === 0 ? t('noTax') : null} amount={tax} words={words} />
      {creditUsed.amount === 0 ? null : (
        <Line
          title={t('credit')}
          note={t('creditNote')}
          amount={{ ...creditUsed, amount: -creditUsed.amount }}
          words={words}
        />
      )}
      {remainder === 0 ? null : (
        <Line title={t('kept')} note={t('keptNote')} amount={{ ...due, amount: remainder }} words={words} />
      )}
      <div className="gh-bill-total">
        <dt>{totalLabel}</dt>
        <dd>{words.format.money(due)}</dd>
      </div>
    </dl>
  );
}

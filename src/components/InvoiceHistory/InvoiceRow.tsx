import { Download } from 'lucide-react';
import type { Invoice } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import { Link } from '../../ui/index.js';
import { lineSummary } from '../parts/billLine.js';
import type { LineWords } from '../parts/billLine.js';
import { Status } from '../parts/Status.js';
import type { StatusProps } from '../parts/Status.js';
import type { invoiceHistoryMessages } from './InvoiceHistory.messages.js';

/** What a row is said with. */
export interface InvoiceWords extends Omit<LineWords, 't'> {
  readonly t: Translate<(typeof invoiceHistoryMessages)['messages']>;
  readonly tLine: LineWords['t'];
}

const TONES: Readonly<Record<Invoice['status'], StatusProps['tone']>> = {
  paid: 'success',
  past_due: 'error',
  open: 'warning',
  draft: 'neutral',
  void: 'neutral',
  uncollectible: 'neutral',
};

function whatFor({ line, lineCount }: Invoice, { t, tLine, ...words }: InvoiceWords): string {
  if (line === null) return '\u2013';
  const what = lineSummary(line, { ...words, t: tLine });
  return lineCount > 2 ? t('moreLines', { what, count: lineCount - 1 }) : what;
}

function PdfLink({ invoice, words }: { invoice: Invoice; words: InvoiceWords }) {
  const { t, format } = words;
  if (invoice.pdfUrl === null) return null;
  const label = t('download', { number: invoice.number ?? t('noNumber'), date: format.day(invoice.date) });
  return (
    <Link className="gh-invoice-pdf" href={invoice.pdfUrl} download aria-label={label} title={label} rel="noreferrer">
      <Download aria-hidden="true" />
    </Link>
  );
}

function InvoiceNumber({ invoice, words }: { invoice: Invoice; words: InvoiceWords }) {
  const { t, format } = words;
  const { number, hostedUrl } = invoice;
  if (number === null) return t('noNumber');
  if (hostedUrl === null) return number;
  return (
    <Link
      href={hostedUrl}
      target="_blank"
      rel="noreferrer"
      aria-label={t('see', { number, date: format.day(invoice.date) })}
    >
      {number}
    </Link>
  );
}

/** One invoice as a row of the table; on a phone its cells stand in two lines. */
export function InvoiceRow({ invoice, words }: { invoice: Invoice; words: InvoiceWords }) {
  const { t, format } = words;
  return (
    <tr className="gh-invoice" data-status={invoice.status}>
      <td className="gh-invoice-date">
        <time dateTime={invoice.date}>{format.date(invoice.date)}</time>
      </td>
      <td className="gh-invoice-number">
        <InvoiceNumber invoice={invoice} words={words} />
      </td>
      <td className="gh-invoice-what">{whatFor(invoice, words)}</td>
      <td className="gh-invoice-amount">{format.money(invoice.total)}</td>
      <td className="gh-invoice-status">
        <Status tone={TONES[invoice.status]}>{t(invoice.status)}</Status>
      </td>
      <td className="gh-invoice-links">
        <PdfLink invoice={invoice} words={words} />
      </td>
    </tr>
  );
}

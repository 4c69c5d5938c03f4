import { inWords, dayInWords } from '../billing/words.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Answer, Page } from '../kernel/route.js';
import { linesOf } from './lines.js';
import { pdfOf } from './pdf.js';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const notFound = (): Answer => ({
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'There is no such invoice in the Stripe simulator.',
});

/** An invoice in words, line by line. */
function summary(kernel: Kernel, id: string): string[] | null {
  const invoice = kernel.store.invoices.get(id);
  if (!invoice) return null;
  const { currency, customer_email: email, customer_name: name, created, number, status, total } = invoice;
  return [
    `Invoice ${number ?? id}`,
    `Date: ${dayInWords(created)}`,
    `Bill to: ${name ?? email ?? String(invoice.customer)}`,
    ...linesOf(kernel, id).map(({ amount, description }) => `${description ?? ''}: ${inWords(amount, currency)}`),
    `Total: ${inWords(total, currency)}`,
    `Amount due: ${inWords(invoice.amount_remaining, currency)}`,
    `Status: ${status ?? ''}`,
  ];
}

const htmlOf = ([title = '', ...lines]: string[], id: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${escape(title)}</title>
<main><h1>${escape(title)}</h1>${lines.map((line) => `<p>${escape(line)}</p>`).join('')}
<p><a href="/invoice/${encodeURIComponent(id)}/pdf">Download as PDF</a></p></main></html>`;

/** `hosted_invoice_url` and `invoice_pdf`. */
export function invoicePages(kernel: Kernel): Page[] {
  return [
    {
      method: 'GET',
      path: '/invoice/:id',
      handle: ({ path: { id = '' } }) => {
        const lines = summary(kernel, id);
        if (!lines) return notFound();
        return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: htmlOf(lines, id) };
      },
    },
    {
      method: 'GET',
      path: '/invoice/:id/pdf',
      handle: ({ path: { id = '' } }) => {
        const lines = summary(kernel, id);
        if (!lines) return notFound();
        const name = kernel.store.invoices.find(id).number ?? id;
        const headers = {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="Invoice-${name}.pdf"`,
        };
        return { status: 200, headers, body: pdfOf(lines) };
      },
    },
  ];
}

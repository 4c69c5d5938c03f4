import type { Kernel } from '../kernel/kernel.js';
import type { Answer } from '../kernel/route.js';
import { escapeHtml, htmlDocument } from '../payments/html.js';
import { deliveryOf } from './delivery.js';

const SHOWN = 20;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table><thead><tr>${heads.map((head) => `<th>${escapeHtml(head)}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;

const form = (action: string, hidden: Record<string, string>, label: string) =>
  `<form method="post" action="/_sim/${action}">${Object.entries(hidden)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('')}<button>${escapeHtml(label)}</button></form>`;

const DAY = '86400';

/** The page for people: what time it is, and what can be made to happen. */
export function controlPage(kernel: Kernel): Answer {
  const { store, clock } = kernel;
  const events = store.events.newest().slice(0, SHOWN);
  const attempts = deliveryOf(kernel).attempts.toReversed().slice(0, SHOWN);
  const customers = store.customers.newest().slice(0, SHOWN);
  return htmlDocument(
    200,
    'A local Stripe',
    [
      `<p>No money moves here. It is <strong>${new Date(clock.now() * 1000).toUTCString()}</strong>.</p>`,
      '<h2>Time</h2>',
      form('clock', { advance_by: DAY }, 'Advance one day'),
      form('clock', { months: '1' }, 'Advance one month'),
      form('clock', { months: '12' }, 'Advance one year'),
      '<h2>Payments</h2>',
      form('decline-next', { reason: 'insufficient_funds' }, 'Make the next payment fail'),
      customers.length === 0
        ? '<p>There are no customers yet.</p>'
        : table(
            ['Customer', 'Name', 'Subscription'],
            customers.map(({ id, name, email }) => [
              id,
              name ?? email ?? '',
              store.subscriptions
                .all()
                .filter(({ customer }) => customer === id)
                .map(({ status }) => status)
                .join(', '),
            ]),
          ),
      '<h2>Events</h2>',
      table(
        ['Time', 'Type', 'Id'],
        events.map(({ created, type, id }) => [new Date(created * 1000).toISOString(), type, id]),
      ),
      '<h2>Webhooks</h2>',
      form('deliver', {}, 'Send what waits now'),
      table(
        ['To', 'Type', 'Attempt', 'Answer'],
        attempts.map(({ target, type, attempt, isAccepted }) => [
          target,
          type,
          String(attempt),
          isAccepted ? 'accepted' : 'failed',
        ]),
      ),
      form('reset', {}, 'Forget everything'),
    ].join('\n'),
  );
}

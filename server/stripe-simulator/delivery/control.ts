import { DECLINES } from '../payments/declines.js';
import type { Decline } from '../payments/cards.js';
import { declinesOf } from '../payments/bank.js';
import { updateMethod } from '../payments/methods.js';
import { StripeFailure } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Answer, Page, PageRequest } from '../kernel/route.js';
import { controlPage } from './controlPage.js';
import { deliveryOf } from './delivery.js';
import { FAULT_NAMES } from './faults.js';
import { httpTarget } from './httpTarget.js';

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const SOON: Answer = { status: 303, headers: { location: '/_sim' }, body: '' };

/** The same day of a later month, or its last; in seconds. */
export function addMonths(seconds: number, months: number): number {
  const date = new Date(seconds * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return Math.floor(date.getTime() / 1000);
}

/** A number of what was posted, or undefined. */
function numberIn(form: URLSearchParams, name: string): number | undefined {
  const text = form.get(name);
  const value = Number(text);
  if (text === null || text === '') return undefined;
  if (!Number.isFinite(value)) throw new StripeFailure(`${name} should be a number, and is ${text}.`, { param: name });
  return value;
}

function moveClock({ clock }: Kernel, form: URLSearchParams): unknown {
  const [to, by, months] = ['to', 'advance_by', 'months'].map((name) => numberIn(form, name));
  const from = clock.now();
  if (to !== undefined) clock.advanceTo(to);
  else if (by !== undefined) clock.advanceBy(by);
  else if (months !== undefined) clock.advanceTo(addMonths(from, months));
  return { now: clock.now() };
}

/** The next payment, of one customer or of any, fails. */
function declineNext(kernel: Kernel, form: URLSearchParams): unknown {
  const reason = form.get('reason') ?? 'generic_decline';
  if (!Object.hasOwn(DECLINES, reason)) {
    throw new StripeFailure(`reason should be one of ${Object.keys(DECLINES).join(', ')}.`, { param: 'reason' });
  }
  const customer = form.get('customer') ?? 'any';
  declinesOf(kernel).set(customer, reason as Decline);
  return { customer, reason };
}

function changeFaults(kernel: Kernel, form: URLSearchParams): unknown {
  const delivery = deliveryOf(kernel);
  const changed = [...FAULT_NAMES, 'seed' as const].map((name) => [name, numberIn(form, name)] as const);
  delivery.setFaults(Object.fromEntries(changed.filter(([, value]) => value !== undefined)));
  return delivery.faults;
}

function addWebhook(kernel: Kernel, form: URLSearchParams): unknown {
  const [url, secret] = [form.get('url'), form.get('secret')];
  if (!url || !secret) throw new StripeFailure('A webhook needs its url and its secret.');
  deliveryOf(kernel).addTarget(httpTarget({ id: kernel.ids.next('we'), url, secret, types: ['*'] }));
  return { url };
}

/** A card's issuer sends a new date, as issuers do by themselves. */
function renewCard(kernel: Kernel, form: URLSearchParams): unknown {
  const id = form.get('payment_method') ?? '';
  const year = kernel.store.paymentMethods.find(id).card?.exp_year ?? 0;
  const card = { exp_year: numberIn(form, 'exp_year') ?? year + 3 };
  return kernel.journal.transact(() => updateMethod(kernel, id, { card }, 'payment_method.automatically_updated'));
}

const recent = (kernel: Kernel) => ({
  events: kernel.store.events.newest().slice(0, 100),
  attempts: deliveryOf(kernel).attempts.toReversed().slice(0, 100),
});

/** `/_sim/…`: what tests and the demo do to the simulator, with forms; people get the page, programs JSON. */
export function controlPages(kernel: Kernel): Page[] {
  const post = (name: string, work: (kernel: Kernel, form: URLSearchParams) => unknown): Page => ({
    method: 'POST',
    path: `/_sim/${name}`,
    async handle({ body, headers }: PageRequest) {
      try {
        const done = await work(kernel, new URLSearchParams(body));
        return headers['accept']?.includes('text/html') ? SOON : json(200, done);
      } catch (error) {
        if (error instanceof StripeFailure) return json(error.status, error.toBody());
        throw error;
      }
    },
  });
  const get = (name: string, read: () => unknown): Page => ({
    method: 'GET',
    path: `/_sim/${name}`,
    handle: () => json(200, read()),
  });
  return [
    { method: 'GET', path: '/_sim', handle: () => controlPage(kernel) },
    get('clock', () => ({ now: kernel.clock.now() })),
    get('faults', () => deliveryOf(kernel).faults),
    get('events', () => recent(kernel)),
    post('clock', moveClock),
    post('faults', changeFaults),
    post('webhooks', addWebhook),
    post('decline-next', declineNext),
    post('renew-card', renewCard),
    post('deliver', async () => {
      await deliveryOf(kernel).flush();
      return recent(kernel);
    }),
    post('reset', async () => {
      await kernel.reset();
      return {};
    }),
  ];
}

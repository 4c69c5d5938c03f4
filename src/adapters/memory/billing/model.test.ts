import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isGuildhallError } from '../../../contract/index.js';
import type { Bill, Billing, Payment } from '../../../contract/index.js';
import { samplePlans } from '../../../testing/plans.js';
import { createMemoryBackend } from '../backend.js';
import type { MemoryBackend } from '../backend.js';

const people = Array.from({ length: 6 }, (_, index) => `user-${index + 1}`);
const acme = { workspaceId: 'acme' };
const HOUR = 3_600_000;

const world = {
  now: '2026-01-31T23:59:58.500Z',
  users: people.map((id) => ({ id, email: `${id}@acme.example`, name: id })),
  billing: { plans: samplePlans() },
  workspaces: [
    {
      id: 'acme',
      name: 'Acme',
      members: people.map((userId, index) => ({
        userId,
        role: index === 0 ? ('owner' as const) : ('member' as const),
      })),
      billing: { trialUsed: true, paymentMethods: [{ id: 'pm_first' }] },
    },
  ],
};

const command = fc.oneof(
  fc.record({
    what: fc.constant('change' as const),
    planId: fc.constantFrom('free', 'team', 'studio', 'business'),
    interval: fc.constantFrom('month' as const, 'year' as const),
    seats: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
  }),
  fc.record({
    what: fc.constantFrom('join' as const, 'leave' as const, 'leave' as const),
    who: fc.constantFrom(...people.slice(1)),
  }),
  fc.record({ what: fc.constantFrom('cancel' as const, 'resume' as const, 'retry' as const, 'drop' as const) }),
  fc.record({
    what: fc.constant('card' as const),
    behaviour: fc.constantFrom('good' as const, 'good' as const, 'declines' as const, 'needs_authentication' as const),
  }),
  fc.record({ what: fc.constant('answer' as const), how: fc.constantFrom('complete' as const, 'fail' as const) }),
  fc.record({ what: fc.constant('usage' as const), amount: fc.integer({ min: 1, max: 5000 }) }),
  fc.record({
    what: fc.constant('wait' as const),
    hours: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 9000 })),
  }),
);
/** Somebody buys first, or little would happen. */
const begin = fc.record({
  what: fc.constant('change' as const),
  planId: fc.constantFrom('team', 'business'),
  interval: fc.constantFrom('month' as const, 'year' as const),
  seats: fc.constant(undefined),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

/** People, and the one payment that may wait for an answer. */
class Players {
  #secret: string | null = null;

  constructor(private readonly backend: MemoryBackend) {}

  get owner() {
    const { billing } = this.backend.as('user-1');
    if (!billing) throw new Error('There is no billing.');
    return billing;
  }

  charged(): number {
    return this.backend.billing.charges('acme').reduce((sum, { amount }) => sum + amount.amount, 0);
  }

  async play(each: Command): Promise<unknown> {
    const { backend, owner } = this;
    if (each.what === 'wait') return backend.advance(each.hours * HOUR + 1234);
    if (each.what === 'usage') return backend.billing.charge('acme', { amount: each.amount, description: 'Usage' });
    if (each.what === 'change') return this.#change(each);
    if (each.what === 'card') return this.#card(each.behaviour);
    if (each.what === 'join') return this.#join(each.who);
    if (each.what === 'leave') return backend.as(each.who).members.leave?.(acme);
    if (each.what === 'cancel') return owner.cancel(acme);
    if (each.what === 'resume') return owner.resume(acme);
    if (each.what === 'retry') return this.#remember((await owner.retryPayment(acme)).payment);
    if (each.what === 'drop') return this.#drop();
    return each.what === 'answer' && this.#secret && backend.billing.authenticate(this.#secret, each.how);
  }

  #remember(payment: Payment): void {
    this.#secret = payment.status === 'requires_action' ? payment.clientSecret : null;
  }

  /** Whatever is confirmed is charged as it was shown. */
  async #change({ planId, interval, seats }: Extract<Command, { what: 'change' }>): Promise<void> {
    const terms = { ...acme, planId, interval, seats };
    const { quote, now, next } = await this.owner.preview(terms);
    for (const bill of [now, next]) if (bill) expectAddsUp(bill);
    const before = this.charged();
    const { payment, billing } = await this.owner.subscribe({ ...terms, quote });
    this.#remember(payment);
    expectAsShown({ now, next }, payment, this.charged() - before, billing);
  }

  async #card(behaviour: Extract<Command, { what: 'card' }>['behaviour']): Promise<void> {
    const { clientSecret } = await this.owner.createSetup(acme);
    this.backend.billing.confirmSetup(clientSecret, behaviour);
    const { paymentMethods } = await this.owner.get(acme);
    const paymentMethodId = paymentMethods.at(-1)?.id ?? '';
    await this.owner.setDefaultPaymentMethod({ ...acme, paymentMethodId });
  }

  async #drop(): Promise<void> {
    const { paymentMethods } = await this.owner.get(acme);
    await this.owner.removePaymentMethod({ ...acme, paymentMethodId: paymentMethods[0]?.id ?? 'none' });
  }

  async #join(who: string): Promise<void> {
    const invitations = [{ email: `${who}@acme.example`, role: 'member' as const }];
    await this.backend.as('user-1').invitations?.create({ ...acme, invitations });
    const mine = await this.backend.as(who).invitations?.mine?.({});
    await this.backend.as(who).invitations?.accept?.({ invitationId: mine?.items[0]?.id ?? 'none' });
  }
}

function expectAddsUp({ lines, subtotal, tax, total, creditUsed, due }: Bill): void {
  expect(subtotal.amount).toBe(lines.reduce((sum, { amount }) => sum + amount.amount, 0));
  expect(total.amount).toBe(subtotal.amount + tax.amount);
  expect(due.amount).toBe(Math.max(0, total.amount - creditUsed.amount));
}

function expectAsShown(
  { now, next }: { now: Bill | null; next: Bill },
  payment: Payment,
  charged: number,
  { nextBill }: Billing,
): void {
  const isPaid = payment.status !== 'requires_action';
  expect(charged, 'what was shown is what is charged').toBe(isPaid ? (now?.due.amount ?? 0) : 0);
  if (isPaid && now) expect(nextBill, 'and so is what comes next').toEqual(next);
}

function expectSane({ plan, seats, status, nextBill, credit, period }: Billing): void {
  if (nextBill) expectAddsUp(nextBill);
  expect(credit?.amount ?? 1).toBeGreaterThan(0);
  const pays = ['trialing', 'active', 'past_due'].includes(status);
  expect(period !== null).toBe(pays);
  if (pays && plan?.seats === 'automatic') expect(seats.paid, 'everybody is counted').toBe(seats.members);
  if (pays && plan?.seats === 'prepaid') expect(seats.paid).toBeGreaterThanOrEqual(seats.members);
}

/** Money is neither made nor lost: what was charged is what invoices were paid with, and what is left as credit. */
async function expectBalanced(backend: MemoryBackend, { credit }: Billing): Promise<void> {
  const invoices = (await backend.as('user-1').billing?.invoices({ ...acme, limit: 200 }))?.items ?? [];
  const counted = invoices.filter(({ status }) => status !== 'open' && status !== 'void');
  const settled = counted.reduce((sum, { total, due }) => sum + total.amount - due.amount, 0);
  const charges = backend.billing.charges('acme');
  const charged = charges.reduce((sum, { amount }) => sum + amount.amount, 0);
  expect(charged).toBe(settled + (credit?.amount ?? 0));
  expect(new Set(charges.map(({ invoiceId }) => invoiceId)).size, 'no invoice is charged twice').toBe(charges.length);
  expect(new Set(invoices.map(({ number }) => number)).size, 'no number is given twice').toBe(invoices.length);
}

it('keeps its books, whatever people, banks and time do', async () => {
  await fc.assert(
    fc.asyncProperty(begin, fc.array(command, { minLength: 8, maxLength: 40 }), async (first, others) => {
      const backend = createMemoryBackend(world);
      const players = new Players(backend);
      for (const each of [first, ...others]) {
        await players.play(each).catch((error: unknown) => {
          const isGone = error instanceof Error && error.message.startsWith('No payment waits');
          if (!isGone && (!isGuildhallError(error) || error.code === 'internal')) throw error;
        });
        const billing = await players.owner.get(acme);
        expectSane(billing);
        await expectBalanced(backend, billing);
      }
      backend.dispose();
    }),
    { numRuns: 300 },
  );
});

import { Stripe } from 'stripe';
import { isGuildhallError } from 'guildhall/contract';
import type { Bill, Billing, BillingPreview, Interval, Plan } from 'guildhall/contract';
import { createBillingSetup } from '../../../src/billing/context.js';
import { statement } from '../../../src/db/database.js';
import type { Database } from '../../../src/db/database.js';
import type { Simulator } from '../../../stripe-simulator/index.js';
import type { World } from '../../../../src/testing/world.js';
import { SECRET_KEY, WEBHOOK_SECRET } from '../../support/billingStage.js';
import type { BillingAdapter } from '../../support/billingStage.js';
import { createServicesInstance } from '../../support/inProcess.js';
import { seedWorld } from '../../support/seedWorld.js';
import { Random } from '../random.js';
import { Books, totalOf } from './books.js';
import { GUESTS, LEAST_CHARGE, check, checkAddsUp, plansOf, worldOf } from './randomPlans.js';

const FORGET = statement<never>('soak_forget_walk', 'delete from guildhall.workspaces where id = $1');

/** What random changes are made on. */
export interface ChangesStage {
  readonly simulator: Simulator;
  readonly database: Database;
}

/** What came of a walk. */
export interface ChangesTally {
  /** Changes that were confirmed. */
  readonly changes: number;
  /** Bills that were paid at once. */
  readonly paidNow: number;
  /** Bills that were foretold for the end of a period, and came. */
  readonly paidLater: number;
}

const DAY = 24 * 3_600;
const REFUSALS = ['no_change', 'seats_below_members', 'quote_changed'];

class Walk {
  readonly random: Random;
  readonly #books: Books;
  readonly workspaceId: string;
  readonly owner: string;
  readonly tally = { changes: 0, paidNow: 0, paidLater: 0 };
  readonly #as: (userId: string) => BillingAdapter;
  readonly #work: () => Promise<void>;
  readonly #plans: Plan[];
  /** What is foretold for the end of the period, while nothing has come in between. */
  #foretold: Bill | null = null;
  /**
   * Whether what is due of it is, too. Stripe previews with the credit that a customer has; a bill that renewed within
   * the last hour is a draft, and takes of that credit later, so that of a preview made meanwhile the total alone holds.
   */
  #isDueForetold = false;

  constructor(
    private readonly stage: ChangesStage,
    seed: number,
    readonly world: World,
  ) {
    const { simulator, database } = stage;
    this.random = new Random(seed);
    this.workspaceId = world.workspaces[0]?.id ?? '';
    this.owner = world.users[0]?.id ?? '';
    this.#plans = plansOf(this.random);
    const httpClient = Stripe.createFetchHttpClient(simulator.fetch);
    const at = { host: '127.0.0.1', port: simulator.port, protocol: 'http' } as const;
    this.#books = new Books(new Stripe(SECRET_KEY, { ...at, httpClient }), this.workspaceId);
    const keys = { secretKey: SECRET_KEY, publishableKey: 'pk_test_simulator', webhookSecret: WEBHOOK_SECRET };
    const billing = createBillingSetup(
      { plans: this.#plans, stripe: { ...keys, apiBase: simulator.url } },
      { isProduction: false, publicUrl: 'https://parley.example', httpClient },
    );
    const clock = () => new Date(simulator.clock.now() * 1000);
    const { services, as } = createServicesInstance(database, world, { clock, billing });
    this.#as = (userId) => as(userId) as unknown as BillingAdapter;
    this.#work = () => services.billing.drain();
  }

  get #billing() {
    return this.#as(this.owner).billing;
  }

  #sync(): Promise<Billing> {
    return this.#billing.sync({ workspaceId: this.workspaceId });
  }

  async begin(): Promise<void> {
    await this.#billing.createSetup({ workspaceId: this.workspaceId });
    await this.#books.addCard();
    await this.#sync();
  }

  async #passTime(): Promise<void> {
    const { clock } = this.stage.simulator;
    const before = await this.#billing.get({ workspaceId: this.workspaceId });
    const end = before.period && Date.parse(before.period.end) / 1000;
    const rest = end === null ? DAY : end - clock.now();
    const overEnd = rest + 2 * 3_600;
    const any = Math.floor(this.random.next() * 40 * DAY);
    const seconds = this.random.pick([1, 3_600, 7 * DAY, rest - 1, any, overEnd, overEnd, overEnd]);
    const passes = end !== null && clock.now() + seconds >= end + 2 * 3_600;
    clock.advanceTo(clock.now() + Math.max(1, Math.floor(seconds)));
    const after = await this.#sync();
    if (!passes) return;
    if (this.#foretold && after.period?.start === before.period?.end) {
      const { date, total, due } = this.#foretold;
      const invoice = await this.#books.begunAt(Date.parse(date) / 1000);
      const isDue = !this.#isDueForetold || invoice?.amount_due === due.amount;
      check(
        totalOf(invoice) === total.amount && isDue,
        'the bill that was foretold came',
        this.#foretold,
        invoice?.lines.data,
        invoice?.amount_due,
      );
      this.tally.paidLater += 1;
    }
    this.#foretold = null;
  }

  async #moveMembers(): Promise<void> {
    const guest = `${this.workspaceId}-guest-${Math.floor(this.random.next() * GUESTS)}`;
    const { members, invitations } = this.#as(guest);
    const { workspaceId } = this;
    await invitations
      .accept({ invitationId: guest })
      .catch(() => members.leave({ workspaceId }).catch(() => undefined));
    await this.#work();
    this.#foretold = null;
  }

  async #giveCredit(): Promise<void> {
    const { customers } = this.stage.simulator.kernel.store;
    customers.update(await this.#books.customer(), { balance: -Math.floor(this.random.next() * 5_000) });
    await this.#sync();
    this.#foretold = null;
  }

  async #change(): Promise<void> {
    const { random, workspaceId } = this;
    const plan = random.pick(this.#plans);
    const interval: Interval = random.pick(['month', 'month', 'year']);
    if (plan.prices[interval] === null) return;
    const seats = plan.seats === 'prepaid' ? 1 + Math.floor(random.next() * 20) : undefined;
    const wish = { workspaceId, planId: plan.id, interval, ...(seats !== undefined && { seats }) };
    const isSettled = !(await this.#books.hasDraft());
    const offer = await this.#billing.preview(wish);
    checkAddsUp(offer.next);
    if (offer.now) checkAddsUp(offer.now);
    // Whoever confirms has read what it costs.
    const { clock } = this.stage.simulator;
    const time = (await this.#billing.get({ workspaceId })).period?.end;
    const reading = Math.floor(random.next() * 600);
    const isSamePeriod = time === undefined || clock.now() + reading < Date.parse(time) / 1000;
    if (isSamePeriod && random.next() < 0.5) clock.advanceTo(clock.now() + reading);
    const { billing } = await this.#billing.subscribe({ ...wish, quote: offer.quote });
    // Stripe does not charge very little, but asks for it with the bill after that.
    this.#isDueForetold = isSettled && offer.next.due.amount >= LEAST_CHARGE;
    await this.#compare(offer, billing);
  }

  async #compare({ now, next }: BillingPreview, billing: Billing): Promise<void> {
    this.tally.changes += 1;
    if (now) {
      const invoice = await this.#books.newest();
      check(invoice?.status === 'paid', 'what was confirmed is paid', invoice?.status);
      check(totalOf(invoice) === now.total.amount, 'the invoice is what the preview said', invoice?.total, now);
      check(invoice?.amount_due === now.due.amount, 'what is due is what the preview said', invoice?.amount_due, now);
      this.tally.paidNow += 1;
    }
    const { nextBill } = billing;
    check(nextBill?.total.amount === next.total.amount, 'the next bill is what the preview said', nextBill, next);
    if (this.#isDueForetold)
      check(nextBill?.due.amount === next.due.amount, 'what is due next is what the preview said', nextBill, next);
    // A plan that begins with its confirmation is billed so much later, too.
    this.#foretold = nextBill && { ...next, date: nextBill.date };
  }

  async step(): Promise<void> {
    const chance = this.random.next();
    if (chance < 0.35) return this.#passTime();
    if (chance < 0.42) return this.#moveMembers();
    if (chance < 0.45) return this.#giveCredit();
    try {
      await this.#change();
    } catch (error) {
      if (isGuildhallError(error, 'conflict') && REFUSALS.includes(error.details?.reason ?? '')) return;
      throw error;
    }
  }
}

/**
 * Changes plans, intervals and seats at random moments, while people come and go: what a preview says is charged, now
 * and next, to the minor unit.
 *
 * @throws Error with what differs, and the seed that brings it back
 */
export async function walkThroughPlans(stage: ChangesStage, seed: number, steps: number): Promise<ChangesTally> {
  // At the same moment each time: the seed alone says how it goes.
  await stage.simulator.reset();
  const now = new Date(stage.simulator.clock.now() * 1000).toISOString();
  const walk = new Walk(stage, seed, worldOf(`walk-${seed}`, now));
  try {
    await seedWorld(stage.database, walk.world);
    await walk.begin();
    for (let step = 0; step < steps; step += 1) await walk.step();
    return walk.tally;
  } catch (error) {
    throw new Error(`Walk ${seed} breaks.`, { cause: error });
  } finally {
    // Stripe's ids come again in the next one.
    await stage.database.query(FORGET, [walk.workspaceId]);
  }
}

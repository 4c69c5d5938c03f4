import type { AccountRow } from '../accounts.js';
import { applyMove } from './apply.js';
import { assess, assessAlone } from './assess.js';
import type { Assessment, StripeFacts } from './assess.js';
import { findCustomer, findHoldings, isPaying } from './customers.js';
import type { MoveDeps } from './deps.js';
import { readFacts } from './facts.js';
import type { RowFacts } from './facts.js';
import { countRun, entriesOfRun } from './journal.js';
import { applyPlanMap, planOf, revertPlanMap } from './planMap.js';
import type { PlanMap } from './planMap.js';
import type { Report } from '../../report.js';
import { revertMove } from './revert.js';
import type { ReportRow } from './rows.js';
import type { Source } from './source.js';

/** A run over the host's table. */
export interface MoveRun {
  readonly runId: string;
  readonly source: Source;
  readonly planMap: PlanMap;
  /** Whether anything is changed. */
  readonly apply: boolean;
}

/** Rows that are worked on at once: Stripe takes 100 requests a second, and people's come first. */
const AT_ONCE = 4;

const sayOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Does a few at a time, and tells of them in order. */
async function inOrder<T>(
  all: readonly T[],
  work: (one: T) => Promise<ReportRow>,
  report: Report<ReportRow>,
): Promise<void> {
  for (let start = 0; start < all.length; start += AT_ONCE) {
    for (const row of await Promise.all(all.slice(start, start + AT_ONCE).map(work))) await report.add(row);
  }
}

async function askStripe({ billing: { stripe } }: MoveDeps, { row, home, rivals }: RowFacts): Promise<StripeFacts> {
  const customer = await findCustomer(stripe, row.customerId ?? '');
  if (typeof customer !== 'object' || !home) return { customer, holdings: null, payingRivals: [] };
  const other = home.customerId === row.customerId ? null : home.customerId;
  const payingRivals: string[] = [];
  for (const { customerId } of rivals) if (await isPaying(stripe, customerId)) payingRivals.push(customerId);
  return { customer, holdings: other === null ? null : await findHoldings(stripe, other), payingRivals };
}

/** What the quantity becomes, where the plan counts members: it costs somebody money. */
function tellSeats({ billing }: MoveDeps, run: MoveRun, { home }: RowFacts, { customer }: StripeFacts): string | null {
  const subscription = typeof customer === 'object' ? customer.live[0] : undefined;
  if (!home || !subscription) return null;
  const isCounted = planOf(billing.catalogue, run.planMap, subscription)?.plan?.seats === 'automatic';
  const quantity = subscription.items.data[0]?.quantity ?? 1;
  return isCounted && quantity !== home.members
    ? `It counts members: its quantity goes from ${quantity} to ${home.members}.`
    : null;
}

const planNameOf = (synced: AccountRow) => synced.plan?.name ?? null;
const joined = (...details: (string | null)[]) => details.filter((detail) => detail !== null).join(' ') || null;

async function settleRow(deps: MoveDeps, run: MoveRun, facts: RowFacts): Promise<ReportRow> {
  const { row, home } = facts;
  const tell = ({ status, detail }: Pick<ReportRow, 'status' | 'detail'>, plan: string | null = null): ReportRow => ({
    userId: row.userId,
    customerId: row.customerId,
    workspaceId: home?.workspaceId ?? null,
    status,
    plan,
    detail,
  });
  const alone: Assessment | null = assessAlone(facts);
  if (alone) return tell(alone, alone.status === 'already_moved' ? (home?.planName ?? null) : null);
  try {
    const stripe = await askStripe(deps, facts);
    const { customer } = stripe;
    const { status, detail } = assess(facts, stripe);
    const live = typeof customer === 'object' ? customer.live[0] : undefined;
    const plan = live ? (planOf(deps.billing.catalogue, run.planMap, live)?.name ?? null) : null;
    if (status !== 'would_move' || !home || typeof customer !== 'object') return tell({ status, detail }, plan);
    const why = joined(detail, tellSeats(deps, run, facts, stripe));
    if (!run.apply) return tell({ status, detail: why }, plan);
    const { runId } = run;
    const entry = facts.entry?.state === 'planned' ? facts.entry : null;
    const synced = await applyMove(deps, { runId, userId: row.userId ?? '', home, customer, entry });
    return tell({ status: 'moved', detail: why }, planNameOf(synced));
  } catch (error) {
    return tell({ status: 'failed', detail: `${sayOf(error)} Run this again.` });
  }
}

/** Goes through the host's table, page by page. What is done is left as it is, so that it may be stopped and run again. */
export async function moveAll(deps: MoveDeps, run: MoveRun, report: Report<ReportRow>): Promise<void> {
  if (run.apply) await applyPlanMap(deps, run.planMap, run.runId);
  for await (const rows of run.source.pages()) {
    const facts = await readFacts(deps.database, run.source, rows);
    await inOrder(facts, (one) => settleRow(deps, run, one), report);
  }
}

/**
 * Undoes what a run moved, from its journal. What is undone is left out, so that it may be stopped and run again.
 *
 * @throws Error where there is no such run
 */
export async function revertAll(deps: MoveDeps, runId: string, report: Report<ReportRow>): Promise<void> {
  const { count } = await countRun(deps.database, runId);
  if (count === 0)
    throw new Error(`No run is called ${JSON.stringify(runId)}. Each --apply says what it is called, first of all.`);
  let last = '';
  for (;;) {
    const entries = await entriesOfRun(deps.database, runId, last);
    const end = entries.at(-1);
    if (!end) break;
    last = end.id;
    await inOrder(
      entries,
      async (entry) => {
        const { userId, customerId, workspaceId } = entry;
        const told = { userId, customerId, workspaceId, plan: null } as const;
        try {
          return { ...told, status: 'reverted', detail: await revertMove(deps, entry) };
        } catch (error) {
          return { ...told, status: 'failed', detail: `${sayOf(error)} Run this again.` };
        }
      },
      report,
    );
  }
  await revertPlanMap(deps);
}

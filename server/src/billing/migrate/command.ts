import { parseArgs } from 'node:util';
import { statement } from '../../db/database.js';
import type { Database, Executor } from '../../db/database.js';
import { newId } from '../../db/newId.js';
import { openDatabase } from '../../db/open.js';
import { createInUnit } from '../../db/unit.js';
import type { Config } from '../../env.js';
import { createWake } from '../../events/wake.js';
import { createBillingContext, createBillingSetup } from '../context.js';
import type { BillingSetup } from '../context.js';
import { billingFromConfig } from '../plansFile.js';
import type { MoveDeps } from './deps.js';
import { readPlanMap } from './planMap.js';
import { openMoveReport } from './report.js';
import { moveAll, revertAll } from './run.js';
import { openSource } from './source.js';
import type { SourceNames } from './source.js';

/** What `guildhall migrate-billing` is told. */
export type MoveOptions = { readonly json: string | undefined } & (
  | { readonly revert: string }
  | {
      readonly revert: undefined;
      readonly source: SourceNames;
      readonly planMap: readonly (readonly [string, string])[];
      readonly apply: boolean;
    }
);

const USAGE =
  'guildhall migrate-billing --table profiles --user-column user_id --customer-column stripe_customer_id [--schema public] [--plan-map old=new] [--apply] [--json FILE], or guildhall migrate-billing --revert RUN [--json FILE]';

/** @throws Error that says which option is missing or wrong, and how it is used */
export function readMoveOptions(args: readonly string[]): MoveOptions {
  const text = { type: 'string' } as const;
  const { values } = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: {
          table: text,
          schema: text,
          'user-column': text,
          'customer-column': text,
          'plan-map': { type: 'string', multiple: true },
          apply: { type: 'boolean' },
          json: text,
          revert: text,
        },
      });
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\nUse: ${USAGE}`, { cause: error });
    }
  })();
  const { json, revert, table, schema = 'public', apply = false } = values;
  if (revert !== undefined) {
    if (Object.keys(values).some((name) => name !== 'revert' && name !== 'json'))
      throw new Error('--revert takes --json alone: what it undoes is in the journal of the run.');
    return { json, revert };
  }
  const { 'user-column': userColumn, 'customer-column': customerColumn, 'plan-map': pairs = [] } = values;
  if (table === undefined || userColumn === undefined || customerColumn === undefined)
    throw new Error(
      `Name the table, the column with the user’s id and the column with the Stripe customer’s.\nUse: ${USAGE}`,
    );
  const planMap = pairs.map((pair): [string, string] => {
    const [, old, plan] = /^(.+)=([^=]+)$/.exec(pair) ?? [];
    if (old !== undefined && plan !== undefined) return [old, plan];
    throw new Error(
      `--plan-map ${pair}: it takes a price’s id or lookup key at Stripe, = and the id of a plan, such as pro_monthly=pro.`,
    );
  });
  return { json, revert, source: { schema, table, userColumn, customerColumn }, planMap, apply };
}

/** What a move is run with. */
export interface MoveSurroundings {
  readonly database: Database;
  readonly setup: BillingSetup;
  readonly clock: () => Date;
  /** Takes a line for standard output. */
  readonly print: (line: string) => void;
  readonly onError: (error: unknown) => void;
}

const JOURNAL = statement<{ there: boolean }>(
  'move_journal_is_there',
  `select to_regclass('guildhall.billing_moves') is not null as there`,
);

async function checkMigrated(executor: Executor): Promise<void> {
  const [journal] = await executor.query(JOURNAL, []);
  if (!journal?.there) throw new Error('This database has no Guildhall yet, or an old one. Run `guildhall migrate`.');
}

/**
 * Moves billing from the host's table to home workspaces, or says what it would do, or takes it back.
 *
 * @returns whether a person is needed for some rows
 */
export async function runMove(options: MoveOptions, surroundings: MoveSurroundings): Promise<boolean> {
  const { database, setup, clock, print, onError } = surroundings;
  await checkMigrated(database);
  const wake = createWake({ database, onWake: () => undefined, onError });
  const inUnit = createInUnit(database, clock, wake);
  const billing = createBillingContext({ ...setup, database, inUnit, clock, onError });
  const deps: MoveDeps = { database, inUnit, clock, billing };
  try {
    if (options.revert !== undefined) {
      const { revert: runId, json } = options;
      const report = await openMoveReport({ runId, mode: 'revert' }, { print, json });
      await revertAll(deps, runId, report);
      return await report.finish();
    }
    const { json, apply, source: names, planMap: pairs } = options;
    const source = await openSource(database, names);
    const planMap = await readPlanMap(setup.stripe, setup.catalogue, pairs);
    const runId = newId('run');
    print(
      apply ? `Run ${runId}; --revert ${runId} takes it back.` : 'A dry run: nothing is changed. Add --apply to move.',
    );
    const report = await openMoveReport({ runId, mode: apply ? 'apply' : 'dry_run' }, { print, json });
    await moveAll(deps, { runId, source, planMap, apply }, report);
    return await report.finish();
  } finally {
    await wake.close();
  }
}

/**
 * The command `guildhall migrate-billing`.
 *
 * @returns the exit code: 0 where every row is as it should be, 2 where a person is needed
 * @throws Error that says what to set or to write otherwise
 */
export async function migrateBilling(
  config: Config,
  args: readonly string[],
  told: Pick<MoveSurroundings, 'print' | 'onError'>,
): Promise<0 | 2> {
  const options = readMoveOptions(args);
  const billing = await billingFromConfig(config);
  if (!billing)
    throw new Error('Billing is off: set STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY and STRIPE_WEBHOOK_SECRET.');
  const { production: isProduction, publicUrl = 'http://localhost' } = config;
  const setup = createBillingSetup(billing, { isProduction, publicUrl });
  const database = await openDatabase(config.database);
  const surroundings = { database, setup, clock: () => new Date(), ...told };
  return (await runMove(options, surroundings).finally(() => database.close())) ? 2 : 0;
}

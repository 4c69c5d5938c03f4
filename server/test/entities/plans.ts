import type { Database, Executor, Statement } from '../../src/db/database.js';
import { statement } from '../../src/db/database.js';
import { sql } from 'drizzle-orm';

/** A statement as it was asked. */
export interface Asked {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** A database that remembers what it was asked. */
export function recordStatements(database: Database): { database: Database; asked: Asked[] } {
  const asked: Asked[] = [];
  const recorded = (executor: Executor): Executor => ({
    orm: executor.orm,
    query<Row>(one: Statement<Row>, parameters: readonly unknown[]) {
      asked.push({ text: one.text, parameters });
      return executor.query(one, parameters);
    },
  });
  const transaction: Database['transaction'] = (work) => database.transaction((executor) => work(recorded(executor)));
  return { asked, database: { ...database, ...recorded(database), transaction } };
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** What a plan does with the host's tables. */
export interface PlanSummary {
  /** The kinds of nodes, other than reading Guildhall's own tables. */
  readonly nodes: readonly string[];
  /** Rows of the host's tables that were looked at. */
  readonly visited: number;
  /** For whoever reads why a test fails. */
  readonly plan: PlanNode;
}

const OURS = new Set(['workspaces', 'members', 'users']);
const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`;
};

/** Runs what was asked once more, planned for these parameters or for any, and says how. */
export async function explain(
  database: Database,
  { text, parameters }: Asked,
  mode: 'custom' | 'generic',
): Promise<PlanSummary> {
  return database.transaction(async (executor) => {
    const run = (command: string) => executor.orm.execute(sql.raw(command));
    await run(`set local plan_cache_mode = force_${mode}_plan`);
    await run(`prepare explained as ${text}`);
    const values = parameters.map(literal).join(', ');
    const explaining = `explain (analyze, format json) execute explained (${values})`;
    const [row] = await executor.query(
      statement<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(`test_${String(Math.random())}`, explaining),
      [],
    );
    await run('deallocate explained');
    const plan = row?.['QUERY PLAN'][0]?.Plan;
    if (!plan) throw new Error('There is no plan.');
    const nodes = flatten(plan).filter((node) => !OURS.has(node['Relation Name'] ?? ''));
    const scans = nodes.filter(
      (node) => node['Relation Name'] !== undefined || node['Node Type'].startsWith('Bitmap Index'),
    );
    const rowsOf = (node: PlanNode) =>
      (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) *
      node['Actual Loops'];
    return {
      nodes: nodes.map((node) => node['Node Type']),
      visited: scans.reduce((sum, node) => sum + rowsOf(node), 0),
      plan,
    };
  });
}

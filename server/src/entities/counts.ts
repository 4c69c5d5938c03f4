import { MAX_ENTITY_COUNT } from 'guildhall/contract';
import type { EntityCount } from 'guildhall/contract';
import { signedIn } from '../context.js';
import type { Service } from '../context.js';
import { fits } from '../db/columnTypes.js';
import type { Executor } from '../db/database.js';
import { ask } from '../db/names.js';
import { LIST_SCOPE, checkScope } from '../workspaces/enter.js';
import type { ScopeRow } from '../workspaces/enter.js';
import { isBound } from './bind.js';
import type { BoundKind, Unbound } from './bind.js';
import { parentOf } from './kinds.js';
import type { BoundKinds, Registry } from './registry.js';
import { countIn } from './sql.js';

/** Kinds that follow a parent are counted with nothing. */
const isCounted = ({ kind }: BoundKind | Unbound) => parentOf(kind) === null;

/** A number for each kind that can be read, as a JSON object; each stops at one more than is said. */
function countsSql(kinds: readonly BoundKind[]): string {
  const counts = kinds.map((bound) => {
    const workspace = `($1::text)::${bound.workspaceType}`;
    return `'${bound.kind.name}', ${countIn(bound, workspace, MAX_ENTITY_COUNT + 1)}`;
  });
  return counts.length === 0 ? `'{}'::json` : `json_build_object(${counts.join(', ')})`;
}

type Counts = Readonly<Record<string, number>>;

/** The kinds that can be counted in a workspace: its id can stand in their columns. */
const countable = (kinds: BoundKinds, workspaceId: string) =>
  kinds.all
    .filter(isCounted)
    .filter(isBound)
    .filter(({ workspaceType }) => fits(workspaceType, workspaceId));

function toCounts(kinds: BoundKinds, counts: Counts): EntityCount[] {
  return kinds.all.filter(isCounted).map((one) => {
    const found = counts[one.kind.name] ?? 0;
    return {
      kind: one.kind.name,
      count: isBound(one) ? Math.min(found, MAX_ENTITY_COUNT) : null,
      isMore: found > MAX_ENTITY_COUNT,
      canBePublic: one.kind.sharing !== null,
    };
  });
}

const check = checkScope('entities.counts');

/** One statement for all kinds. One that cannot be read is null, and keeps nobody from the others. */
export const countEntities: Service<'entities.counts'> =
  ({ database, registry }) =>
  (actor, { workspaceId }) => {
    const { userId } = signedIn(actor);
    return registry.ask(async (kinds) => {
      const counts = countsSql(countable(kinds, workspaceId));
      const text = `with scope as (${LIST_SCOPE})
        select scope.role, scope."billingContact", scope.seq::float8 as seq, ${counts} as counts from scope`;
      const [row] = await database.query(ask<ScopeRow & { seq: number; counts: Counts }>(text), [workspaceId, userId]);
      check(row);
      return { counts: toCounts(kinds, row?.counts ?? {}), seq: row?.seq ?? 0 };
    });
  };

/** What a workspace holds, for whoever may be told without being its member. Kinds that cannot be read are left out. */
export function contentsOf(registry: Registry, executor: Executor, workspaceId: string): Promise<EntityCount[]> {
  return registry.ask(async (kinds) => {
    const known = countable(kinds, workspaceId);
    const [row] =
      known.length === 0
        ? []
        : await executor.query(ask<{ counts: Counts }>(`select ${countsSql(known)} as counts`), [workspaceId]);
    return toCounts(kinds, row?.counts ?? {}).filter(({ count }) => count !== null);
  });
}

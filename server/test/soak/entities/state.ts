import { statement } from '../../../src/db/database.js';
import type { Database } from '../../../src/db/database.js';
import { iso } from '../../../src/db/sql.js';

/** One entity, as far as the soak compares it. */
export interface StateRow {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly sharing: string;
  readonly updatedAt: string;
}

/** What a workspace holds, and up to which event that is known. */
export interface State {
  readonly seq: number;
  readonly rows: readonly StateRow[];
}

const columns = `name as title, sharing, ${iso('updated_at')} as "updatedAt"`;

/** Written by hand, and not by what the server makes of its registration. */
const STATE = statement<State>(
  'soak_entities_state',
  `select w.seq::float8 as seq, coalesce((select json_agg(r) from (
       select 'chat' as kind, id::text, ${columns} from chats where workspace_id = w.id
       union all
       select 'assistant', id, ${columns} from assistants where id in
         (select assistant_id from assistant_workspaces where workspace_id = w.id)) r), '[]') as rows
     from guildhall.workspaces w where w.id = $1`,
);

/** Reads all that a workspace holds, of one moment. */
export async function readState(database: Database, workspaceId: string): Promise<State> {
  const [state] = await database.query(STATE, [workspaceId]);
  if (!state) throw new Error(`There is no workspace ${workspaceId}.`);
  return state;
}

/** An entity's place in a state. */
export const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }): string => `${kind} ${id}`;

import { toSearchKey } from 'guildhall/contract';
import type { Workspace } from 'guildhall/contract';
import { signedIn } from '../context.js';
import type { Service } from '../context.js';
import { readPage } from '../db/list.js';
import type { ListSource } from '../db/list.js';
import { asText, countsOf } from '../db/sql.js';
import { WORKSPACE_JSON, toWorkspace } from './view.js';
import type { WorkspaceFacts } from './view.js';

const SOURCE: ListSource = {
  name: 'workspaces_list',
  scope: 'select coalesce((select seq from guildhall.users where id = $1), 0) as seq',
  scopeColumns: [],
  from: 'guildhall.members v join guildhall.workspaces w on w.id = v.workspace_id and w.deleted_at is null',
  where: `v.user_id = $1 and strpos(w.sort_key, $2) > 0`,
  columns: 'w.id as workspace_id, v.id as member_id',
  item: `(select ${WORKSPACE_JSON} from guildhall.workspaces w join guildhall.members v on v.id = page.member_id
    ${countsOf('w.id')} where w.id = page.workspace_id)`,
  // One's own home first, then by name.
  key: { sql: `(case when w.home_of = $1 then '0' else '1' end || w.sort_key)`, type: 'text' },
  id: 'w.id',
  parameters: 2,
};

/** Everybody sees the list of their own workspaces. */
export const listWorkspaces: Service<'workspaces.list'> = (context) => (actor, input) => {
  const { userId } = signedIn(actor);
  const { database: executor, cursors } = context;
  const parameters = [userId, asText(toSearchKey(input.search ?? ''))];
  const request = { executor, cursors, operation: 'workspaces.list', input, parameters, check: () => undefined };
  return readPage<Workspace, object, WorkspaceFacts>(SOURCE, request, (facts) => toWorkspace(context, facts));
};

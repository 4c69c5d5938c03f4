import type { ActivityEntry } from 'guildhall/contract';
import { signedIn } from '../context.js';
import type { Service } from '../context.js';
import { readPage } from '../db/list.js';
import type { ListSource } from '../db/list.js';
import { iso } from '../db/sql.js';
import { LIST_SCOPE, checkScope } from '../workspaces/enter.js';
import type { ScopeRow } from '../workspaces/enter.js';

const SOURCE: ListSource = {
  name: 'activity_list',
  scope: LIST_SCOPE,
  scopeColumns: ['role', 'billingContact'],
  from: 'guildhall.activity a',
  where: 'a.workspace_id = $1',
  columns: 'a.id, a.at, a.actor, a.action, a.details',
  item: `jsonb_build_object('id', page.id, 'at', ${iso('page.at')}, 'actor', page.actor, 'action', page.action) || page.details`,
  key: { sql: 'a.at', type: 'timestamptz', text: iso('a.at') },
  id: 'a.id',
  descending: true,
  parameters: 2,
};

const check = checkScope('activity.list');
const asIs = (entry: ActivityEntry) => entry;

/** What happened, newest first. */
export const listActivity: Service<'activity.list'> =
  ({ database: executor, cursors }) =>
  (actor, input) => {
    const parameters = [input.workspaceId, signedIn(actor).userId];
    const request = { executor, cursors, operation: 'activity.list', input, parameters, check };
    return readPage<ActivityEntry, ScopeRow>(SOURCE, request, asIs);
  };

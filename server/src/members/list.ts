import { may, ROLES, toSearchKey } from 'guildhall/contract';
import type { Member, MemberSort, Permission, Role } from 'guildhall/contract';
import { signedIn } from '../context.js';
import type { Service } from '../context.js';
import { readPage } from '../db/list.js';
import type { ListSource } from '../db/list.js';
import { asText, iso } from '../db/sql.js';
import { LIST_SCOPE, checkScope } from '../workspaces/enter.js';
import type { ScopeRow } from '../workspaces/enter.js';

const KEYS: Record<'joinedAt' | 'name' | 'role', ListSource['key']> = {
  joinedAt: { sql: 'm.joined_at', type: 'timestamptz', text: iso('m.joined_at') },
  name: { sql: 'u.sort_key', type: 'text' },
  role: { sql: `(case m.role when 'owner' then 0 when 'admin' then 1 else 2 end)`, type: 'int' },
};

const ITEM = `json_build_object('id', page.id, 'userId', page.user_id, 'name', page.name, 'email', page.email,
  'imageUrl', page.image_url, 'role', page.role, 'billingContact', page.billing_contact, 'joinedAt', ${iso('page.joined_at')})`;

/** Counting needs no person, unless one is searched for: then PostgreSQL drops the join, which can only be a left one. */
const FROM = 'guildhall.members m left join guildhall.users u on u.id = m.user_id';

const sources = new Map<string, ListSource>();

function sourceOf(sort: MemberSort, searches: boolean): ListSource {
  const name = `members_list_${sort.replace('-', 'reverse_')}${searches ? '_search' : ''}`;
  const known = sources.get(name);
  if (known) return known;
  const source: ListSource = {
    name,
    scope: LIST_SCOPE,
    scopeColumns: ['role', 'billingContact'],
    from: FROM,
    where: `m.workspace_id = $1 and ($3::text is null or m.role = $3)
      and ($5::text[] is null or m.role = any($5) or (m.billing_contact and $6::boolean)) and ${searches ? 'strpos(u.search_key, $4) > 0' : '$4::text is null'}`,
    columns: 'm.id, m.user_id, u.name, u.email, u.image_url, m.role, m.billing_contact, m.joined_at',
    item: ITEM,
    key: KEYS[sort.replace('-', '') as keyof typeof KEYS],
    id: 'm.id',
    descending: sort.startsWith('-'),
    parameters: 6,
  };
  sources.set(name, source);
  return source;
}

/** The roles that have a permission, or null for whatever role; and whether billing contacts have it in any. */
function whoMay(permission: Permission | undefined): [roles: Role[] | null, contacts: boolean] {
  if (permission === undefined) return [null, false];
  const roles = ROLES.filter((role) => may({ role, billingContact: false }, permission));
  return [roles, may({ role: 'member', billingContact: true }, permission)];
}

const check = checkScope('members.list');
const asIs = (member: Member) => member;

/** Every member sees all members: one statement, whose JSON is made by the database. */
export const listMembers: Service<'members.list'> =
  ({ database: executor, cursors }) =>
  (actor, input) => {
    const { userId } = signedIn(actor);
    const { workspaceId, role = null, permission, sort = 'joinedAt' } = input;
    const search = asText(toSearchKey(input.search ?? ''));
    const searches = search !== '';
    const parameters = [workspaceId, userId, role, searches ? search : null, ...whoMay(permission)];
    const request = { executor, cursors, operation: 'members.list', input, parameters, check };
    return readPage<Member, ScopeRow>(sourceOf(sort, searches), request, asIs);
  };

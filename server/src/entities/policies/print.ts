import { quote, quoteTable } from '../../db/names.js';
import type { Kind } from '../kinds.js';
import { tableRules } from './claims.js';
import type { TableRule } from './claims.js';
import { WORKSPACES_FUNCTION, entityFunctions, workspacesFunction } from './functions.js';
import type { PolicyFunction } from './functions.js';
import type { PolicyOptions } from './options.js';
import { createRule } from './rule.js';

/** What every policy’s name begins with. */
export const POLICY_PREFIX = 'guildhall_';

interface Policy {
  readonly name: string;
  readonly command: 'select' | 'insert' | 'update' | 'delete';
  readonly role: string;
  /** Of the row that is there. */
  readonly using?: string;
  /** Of the row that is to be there. */
  readonly check?: string;
}

/** Each rule twice, or never: what lets in, and what keeps out whatever else would let in. */
function sqlOf(table: string, policy: Policy, as: 'permissive' | 'restrictive'): string {
  const name = quote(`${POLICY_PREFIX}${policy.name}${as === 'restrictive' ? '_closed' : ''}`);
  const using = policy.using === undefined ? '' : `\n  using (${policy.using})`;
  const check = policy.check === undefined ? '' : `\n  with check (${policy.check})`;
  return `create policy ${name} on ${table} as ${as} for ${policy.command} to ${quote(policy.role)}${using}${check};`;
}

function policiesOf({ reads, writes, puts, readsPublic }: TableRule, { role, anon }: PolicyOptions) {
  const both: Policy[] = [
    { name: 'select', command: 'select', role, using: reads },
    { name: 'insert', command: 'insert', role, check: puts },
    { name: 'update', command: 'update', role, using: writes, check: puts },
    { name: 'delete', command: 'delete', role, using: writes },
  ];
  if (anon === null) return { both, closed: [] };
  const closed: Policy[] = [
    { name: 'anon_insert', command: 'insert', role: anon, check: 'false' },
    { name: 'anon_update', command: 'update', role: anon, using: 'false' },
    { name: 'anon_delete', command: 'delete', role: anon, using: 'false' },
  ];
  return {
    both: [...both, { name: 'anon_select', command: 'select', role: anon, using: readsPublic } as const],
    closed,
  };
}

const NAMES = ['select', 'insert', 'update', 'delete', 'anon_select', 'anon_insert', 'anon_update', 'anon_delete'];

const dropsOf = ({ table }: TableRule) =>
  NAMES.flatMap((name) => [name, `${name}_closed`]).map(
    (name) => `drop policy if exists ${quote(`${POLICY_PREFIX}${name}`)} on ${quoteTable(table)};`,
  );

/** On one line, whatever names are in it. */
const comment = (line: string) => `-- ${line.replaceAll(/[\r\n]+/g, ' ')}`;

function tableSql(rule: TableRule, options: PolicyOptions): string {
  const table = quoteTable(rule.table);
  const { both, closed } = policiesOf(rule, options);
  const names = [...new Set(rule.kinds.map(({ name }) => name))].join(', ');
  return [
    comment(`${table} (${names})`),
    `alter table ${table} enable row level security;`,
    ...both.flatMap((policy) => [sqlOf(table, policy, 'permissive'), sqlOf(table, policy, 'restrictive')]),
    ...closed.map((policy) => sqlOf(table, policy, 'restrictive')),
  ].join('\n');
}

function functionSql({ name, parameters, returns, body, forAnon }: PolicyFunction, options: PolicyOptions): string {
  const signature = `${name}(${parameters.join(', ')})`;
  const roles = [options.role, ...(forAnon && options.anon !== null ? [options.anon] : [])].map(quote).join(', ');
  return `create function ${signature} returns ${returns}
  language sql stable parallel safe security definer set search_path = ''
as $guildhall$
  ${body}
$guildhall$;
revoke all on function ${name} from public;
grant execute on function ${name} to ${roles};`;
}

const HEAD = `-- Row-level security by Guildhall's rule: members of an entity's workspaces read it, everybody reads what is public,
-- children follow their parent; its creator alone writes it, while a member of the workspace written to.
-- Run it as the owner of these tables, after \`guildhall migrate\`. Running it again makes everything anew.
-- Not held back by any policy: superusers, roles with BYPASSRLS (a service role), the owners of the tables, and TRUNCATE.
-- Whoever runs this must be one of them: the functions look with their rights. Grant nobody USAGE on the schema guildhall.
-- Other roles than those named below are neither let in nor kept out.`;

/** Kinds that nobody can write through a policy, since their tables do not say who made a row. */
const withoutCreator = (kinds: readonly Kind[]) =>
  kinds
    .filter(({ creator, place }) => creator === null && place.by !== 'parent')
    .map(({ name }) => comment(`${name}: it is registered without a creator, so these roles only read it.`));

/** The rule for each table of these kinds, for whoever is signed in as the options say. */
export const policyRules = (kinds: readonly Kind[], { user }: PolicyOptions): TableRule[] =>
  tableRules(kinds, createRule(kinds), {
    me: `(select (${user})::text)`,
    mine: `(select ${WORKSPACES_FUNCTION}())::text[]`,
  });

/**
 * The whole of it, as SQL that can be run again and again, in one transaction.
 *
 * @param remarks lines for its head, such as what was found in the database
 */
export function printPolicies(kinds: readonly Kind[], options: PolicyOptions, remarks: readonly string[] = []): string {
  const rules = policyRules(kinds, options);
  const functions = [workspacesFunction(options.user), ...entityFunctions(kinds, createRule(kinds))];
  return [
    [HEAD, ...withoutCreator(kinds), ...remarks.map(comment)].join('\n'),
    "begin;\nset local lock_timeout = '5s';\nset local client_min_messages = warning;",
    rules.flatMap(dropsOf).join('\n'),
    functions.map(({ name }) => `drop function if exists ${name};`).join('\n'),
    ...functions.map((one) => functionSql(one, options)),
    ...rules.map((one) => tableSql(one, options)),
    'commit;\n',
  ].join('\n\n');
}

import { quote, quoteTable } from '../../db/names.js';
import type { Table } from '../../db/names.js';
import type { TableRule } from './claims.js';
import type { Existing, ExistingTable } from './existing.js';
import { judgePolicy, looksSecret } from './judge.js';
import type { PolicyOptions } from './options.js';
import { POLICY_PREFIX } from './print.js';

const isSame = (one: Table, other: Table) => one.schema === other.schema && one.name === other.name;

/** Who signs rows of this table: the column of an entity, in a join table whatever is called so. */
function creatorsOf({ table, kinds }: TableRule): string[] {
  const own = kinds.filter((kind) => isSame(kind.table, table)).flatMap(({ creator }) => creator ?? []);
  return own.length > 0 ? own : kinds.flatMap(({ creator }) => creator ?? []);
}

function secretsOf({ table, columns }: ExistingTable, roles: string): string[] {
  const secret = columns.filter(looksSecret);
  if (secret.length === 0) return [];
  const rest = columns.filter((column) => !secret.includes(column)).map(({ name }) => quote(name));
  const name = quoteTable(table);
  return [
    `${name}: whoever reads a row reads ${secret.map((column) => quote(column.name)).join(', ')}. Policies know rows alone; columns are granted, and then asked for by name:`,
    `  revoke select on ${name} from ${roles};`,
    `  grant select (${rest.join(', ')}) on ${name} to ${roles};`,
  ];
}

function tableFindings(rule: TableRule, existing: Existing, { role, anon }: PolicyOptions): string[] {
  const name = quoteTable(rule.table);
  const found = existing.tables.find(({ table }) => isSame(table, rule.table));
  if (!found) return [`${name} is not there, so this fails. Register ${rule.kinds[0]?.name ?? 'it'} as it is.`];
  const roles = [role, ...(anon === null ? [] : [anon])];
  const by = { roles, creators: creatorsOf(rule) };
  const judged = found.policies
    .filter((policy) => !policy.name.startsWith(POLICY_PREFIX))
    .flatMap((policy) => {
      const wrong = judgePolicy(policy, by);
      if (wrong === null) return [];
      return [
        `${name}: the policy ${quote(policy.name)} (${policy.command}, ${policy.roles.join(', ')}) ${wrong}:`,
        `  drop policy ${quote(policy.name)} on ${name};`,
      ];
    });
  return [
    ...(found.isSecured
      ? []
      : [`${name}: row-level security is off, so every row is open to whoever may read the table.`]),
    ...(found.isForced && !existing.unbound.includes(found.owner)
      ? [
          `${name}: policies hold its owner back, too, so our functions find nothing in it unless a role with BYPASSRLS makes them.`,
        ]
      : []),
    ...(roles.includes(found.owner) ? [`${name} belongs to ${found.owner}, whom no policy holds back.`] : []),
    ...judged,
    ...secretsOf(found, roles.map(quote).join(', ')),
  ];
}

/** What in the database undermines the rule, a line each, with the SQL that mends it below it. */
export function findingsOf(rules: readonly TableRule[], existing: Existing, options: PolicyOptions): string[] {
  const { role, anon } = options;
  const roles = [role, ...(anon === null ? [] : [anon])];
  return [
    ...roles
      .filter((one) => !existing.roles.has(one))
      .map((one) => `There is no role ${one}, so this fails. Name yours with --role and --anon, or say --no-anon.`),
    ...roles.filter((one) => existing.unbound.includes(one)).map((one) => `No policy holds ${one} back.`),
    ...(anon !== null && existing.roles.get(role)?.includes(anon)
      ? [
          `${role} has the rights of ${anon}, so all that is closed to ${anon} is closed to it. Say --no-anon, or: revoke ${quote(anon)} from ${quote(role)};`,
        ]
      : []),
    ...rules.flatMap((rule) => tableFindings(rule, existing, options)),
    ...existing.left.flatMap(({ table, policies }) => [
      `${quoteTable(table)} has policies of Guildhall’s, and is not registered any more:`,
      ...policies.map((name) => `  drop policy ${quote(name)} on ${quoteTable(table)};`),
    ]),
    `Held back by no policy: ${existing.unbound.join(', ')}, and the owners of tables.`,
  ];
}

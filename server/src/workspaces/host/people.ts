import { ask, quote, quoteTable, toTable } from '../../db/names.js';
import type { TableName } from '../../db/names.js';
import { users } from '../../db/schema.js';
import type { Unit } from '../../db/unit.js';
import { toUserRow } from '../../users/row.js';
import type { UserRow } from '../../users/row.js';

/** Where the host has its people. Names as PostgreSQL has them, without quotes. */
export interface PeopleOptions {
  readonly table: TableName;
  readonly id: string;
  readonly email: string;
  /** Null: people are called by their address until they sign in. */
  readonly name: string | null;
  /** True, or any value that is not null, means that the address is theirs. Null: nobody's is, until they sign in. */
  readonly verified: string | null;
}

interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly verified: boolean;
}

function textOf({ table, id, email, name, verified }: PeopleOptions): string {
  const named = name === null ? 'null::text' : `nullif(trim(p.${quote(name)}::text), '')`;
  const proved = verified === null ? 'false' : `coalesce(p.${quote(verified)}::text not in ('false', ''), false)`;
  return `select p.${quote(id)}::text as id, p.${quote(email)}::text as email, ${named} as name, ${proved} as verified
    from ${quoteTable(toTable(table))} p where p.${quote(id)} = $1 and nullif(p.${quote(email)}::text, '') is not null`;
}

/** Writes down somebody whom the host knows and who has not signed in yet. What sign-in tells later replaces it. */
export async function introduce(unit: Unit, people: PeopleOptions, userId: string): Promise<UserRow | null> {
  const [person] = await unit.query(ask<PersonRow>(textOf(people)), [userId]);
  if (!person) return null;
  const row = toUserRow({ userId, email: person.email, emailVerified: person.verified, name: person.name });
  await unit.orm
    .insert(users)
    .values({ ...row, createdAt: unit.now })
    .onConflictDoNothing();
  return row;
}

import { GuildhallError } from 'guildhall/contract';
import type { Person } from 'guildhall/contract';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { personJson } from '../db/sql.js';

const PERSON = statement<{ person: Person }>(
  'users_person',
  `select ${personJson('u')} as person from guildhall.users u where u.id = $1`,
);

/** @throws GuildhallError `unauthenticated`, where this person was deleted meanwhile */
export async function readPerson(executor: Executor, userId: string): Promise<Person> {
  const [row] = await executor.query(PERSON, [userId]);
  if (row) return row.person;
  throw new GuildhallError('unauthenticated', { message: 'This person was deleted. Signing in again begins anew.' });
}

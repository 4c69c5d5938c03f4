import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';

/** Each takes the person's id. What is left of them is the id, which is the host's and says nothing by itself. */
const STEPS = [
  `update guildhall.activity set actor = null where actor ->> 'userId' = $1`,
  `update guildhall.activity set details = details || '{"invitedBy": null}' where details -> 'invitedBy' ->> 'userId' = $1`,
  ...['member', 'to'].map(
    (key) => `update guildhall.activity set details = jsonb_set(details, '{${key}}',
      jsonb_build_object('userId', $1::text, 'name', '', 'email', '', 'imageUrl', null)) where details -> '${key}' ->> 'userId' = $1`,
  ),
  `update guildhall.activity a set details = a.details || '{"email": ""}' from guildhall.users u
    where u.id = $1 and a.details ->> 'email' = u.email`,
  // To whoever reads the log later, a row of somebody who is gone says as much as their removal.
  `update guildhall.events set payload = jsonb_build_object('topic', 'members', 'type', 'removed', 'seq', seq,
      'workspaceId', payload -> 'workspaceId', 'memberId', payload -> 'member' -> 'id')
    where payload -> 'member' ->> 'userId' = $1`,
  `delete from guildhall.events where stream = 'u:' || $1`,
  `delete from guildhall.idempotency_keys where actor_id = $1`,
  `delete from guildhall.invitations i using guildhall.users u where u.id = $1 and i.email = u.email and i.status <> 'pending'`,
].map((text, index) => statement<never>(`users_anonymise_${index}`, text));

/** Takes a person's name, address and picture out of everything that remembers what they did. */
export async function anonymise(executor: Executor, userId: string): Promise<void> {
  for (const step of STEPS) await executor.query(step, [userId]);
}

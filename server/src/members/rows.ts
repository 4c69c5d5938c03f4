import type { Member, MemberStanding, Person } from 'guildhall/contract';
import { notFound } from '../context.js';
import { statement } from '../db/database.js';
import type { Executor } from '../db/database.js';
import { MEMBER_JSON } from './sql.js';

const FIND = statement<{ member: Member }>(
  'members_find',
  `select ${MEMBER_JSON} as member from guildhall.members m join guildhall.users u on u.id = m.user_id
    where m.workspace_id = $1 and m.id = any($2::text[])`,
);

/** Those of these members that are in the workspace, by id. */
export async function findMembers(
  executor: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Member>> {
  const rows = await executor.query(FIND, [workspaceId, ids]);
  return new Map(rows.map(({ member }) => [member.id, member]));
}

/** @throws GuildhallError `not_found` */
export async function findMember(executor: Executor, workspaceId: string, id: string): Promise<Member> {
  const member = (await findMembers(executor, workspaceId, [id])).get(id);
  if (!member) throw notFound('member');
  return member;
}

/** What the rules ask of a member. */
export const standingOf = ({ userId, role, billingContact }: Member): MemberStanding => ({
  userId,
  role,
  billingContact,
});

/** Who a member is. */
export const personOf = ({ userId, name, email, imageUrl }: Member): Person => ({ userId, name, email, imageUrl });

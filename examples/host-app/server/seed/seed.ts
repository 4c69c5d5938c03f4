import type { Guildhall } from '@guildhall/server';
import { toSearchKey } from 'guildhall/contract';
import type { ParleyDatabase, Sql } from '../database.js';
import type { Person } from '../sessions.js';
import { WORKSPACES } from './company.js';
import type { SeedInvitation, SeedWorkspace } from './company.js';
import { ASSISTANTS, CHATS, FILES, PROMPTS } from './content.js';
import type { SeedFile, SeedItem } from './content.js';
import { NORTHWIND, OTHERS } from './people.js';

const EVERYBODY = [...NORTHWIND, ...OTHERS];
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** As long as every invitation lives. */
const INVITATION_DAYS = 7;

/** Fills an empty database with a company to play with. Does nothing where anybody is in it already. */
export async function seedOnce({ sql, alone }: ParleyDatabase, guildhall: Guildhall): Promise<void> {
  if (await hasPeople(sql)) return;
  // Guildhall learns of people when they sign in. Members that have not done so yet are told to it like this.
  for (const { id, name, email, emailVerified } of EVERYBODY) {
    await guildhall.users.upsert({ userId: id, name, email, emailVerified });
  }
  await alone(async (inside) => {
    if (await hasPeople(inside)) return;
    const now = Date.now();
    for (const [index, person] of EVERYBODY.entries()) await addPerson(inside, person, new Date(now + index));
    for (const workspace of WORKSPACES) await addWorkspace(inside, workspace, now);
    for (const item of ASSISTANTS) await addItem(inside, 'assistant', item, now);
    for (const item of PROMPTS) await addItem(inside, 'prompt', item, now);
    for (const file of FILES) await addFile(inside, file, now);
    await addChats(inside, now);
  });
}

async function hasPeople(sql: Sql): Promise<boolean> {
  return (await sql('select id from people limit 1')).length > 0;
}

async function addPerson(sql: Sql, person: Person, at: Date): Promise<void> {
  const { id, name, email, emailVerified, title } = person;
  await sql('insert into people (id, name, email, email_verified, title, created_at) values ($1, $2, $3, $4, $5, $6)', [
    id,
    name,
    email,
    emailVerified,
    title,
    at,
  ]);
}

/**
 * Workspaces with a past. Guildhall's own operations always write today's date, so a demo that wants older ones
 * writes its tables itself; your app has no need to.
 */
async function addWorkspace(sql: Sql, workspace: SeedWorkspace, now: number): Promise<void> {
  const { id, name, createdAt } = workspace;
  await sql('insert into guildhall.workspaces (id, name, sort_key, created_at) values ($1, $2, $3, $4)', [
    id,
    name,
    toSearchKey(name),
    createdAt,
  ]);
  const inviter = EVERYBODY.find((person) => person.id === workspace.members[0]?.[0]);
  for (const [userId, role, joinedAt] of workspace.members) {
    const person = EVERYBODY.find((one) => one.id === userId);
    if (person !== inviter) await addArrival(sql, { workspaceId: id, person, inviter, role, joinedAt });
    const isContact = workspace.billingContacts?.includes(userId) ?? false;
    await sql(
      `insert into guildhall.members (id, workspace_id, user_id, role, billing_contact, joined_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [`${id}.${userId}`, id, userId, role, isContact, joinedAt],
    );
  }
  for (const [index, invitation] of (workspace.invitations ?? []).entries()) {
    await addInvitation(sql, { id: `${id}.invitation-${index + 1}`, workspaceId: id, ...invitation }, now);
  }
}

interface Arrival {
  workspaceId: string;
  person: Person | undefined;
  inviter: Person | undefined;
  role: string;
  joinedAt: string;
}

/** What the activity log tells of somebody's coming. */
async function addArrival(sql: Sql, { workspaceId, person, inviter, role, joinedAt }: Arrival): Promise<void> {
  const [actor, invitedBy] = [person, inviter].map(
    (one) => one && { userId: one.id, name: one.name, email: one.email, imageUrl: null },
  );
  await sql(
    `insert into guildhall.activity (id, workspace_id, at, actor, action, details)
     values ($1, $2, $3, $4, 'member.joined', $5)`,
    [`${workspaceId}.${person?.id}`, workspaceId, joinedAt, actor, { invitedBy, role }],
  );
}

async function addInvitation(
  sql: Sql,
  invitation: SeedInvitation & { id: string; workspaceId: string },
  now: number,
): Promise<void> {
  const sentAt = new Date(now - invitation.sentDaysAgo * DAY);
  const expiresAt = new Date(sentAt.getTime() + INVITATION_DAYS * DAY);
  const { id, workspaceId, email, role, invitedBy } = invitation;
  await sql(
    `insert into guildhall.invitations
       (id, workspace_id, email, search_key, role, invited_by, created_at, sent_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [id, workspaceId, email, toSearchKey(email), role, invitedBy, sentAt, expiresAt],
  );
  await sql(
    `insert into guildhall.mails
       (id, workspace_id, invitation_id, generation, sender_id, locale, status, next_attempt_at, created_at, sent_at)
     values ($1, $2, $1, 1, $3, 'en', 'sent', $4, $4, $4)`,
    [id, workspaceId, invitedBy, sentAt],
  );
}

/** `column` is what its kind has beside the others. */
async function addItem(
  sql: Sql,
  kind: 'assistant' | 'prompt' | 'file',
  item: SeedItem,
  now: number,
  column: readonly [name: string, value: string] = ['sharing', item.sharing ?? 'private'],
): Promise<void> {
  const { id, workspaceIds, userId, name, content } = item;
  const at = new Date(now - item.daysAgo * DAY);
  await sql(
    `insert into ${kind}s (id, user_id, name, content, created_at, updated_at, ${column[0]}) values ($1, $2, $3, $4, $5, $5, $6)`,
    [id, userId, name, content, at, column[1]],
  );
  for (const workspaceId of workspaceIds)
    await sql(`insert into ${kind}_workspaces (${kind}_id, workspace_id, user_id) values ($1, $2, $3)`, [
      id,
      workspaceId,
      userId,
    ]);
}

async function addFile(sql: Sql, file: SeedFile, now: number): Promise<void> {
  await addItem(sql, 'file', file, now, ['type', file.type]);
  for (const assistantId of file.assistantIds ?? [])
    await sql('insert into assistant_files (assistant_id, file_id) values ($1, $2)', [assistantId, file.id]);
}

async function addChats(sql: Sql, now: number): Promise<void> {
  for (const chat of CHATS) {
    const at = now - chat.hoursAgo * HOUR;
    await sql(
      `insert into chats (id, workspace_id, user_id, name, assistant_id, sharing, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [
        chat.id,
        chat.workspaceId,
        chat.userId,
        chat.name,
        chat.assistantId ?? null,
        chat.sharing ?? 'private',
        new Date(at),
      ],
    );
    for (const [index, content] of chat.messages.entries()) {
      // People and the assistant take turns; what the assistant says is nobody's.
      const userId = index % 2 === 0 ? chat.userId : null;
      const saidAt = new Date(at - (chat.messages.length - index) * 60_000);
      await sql('insert into messages (id, chat_id, user_id, content, created_at) values ($1, $2, $3, $4, $5)', [
        `${chat.id}.${index + 1}`,
        chat.id,
        userId,
        content,
        saidAt,
      ]);
    }
  }
}

import { setTimeout } from 'node:timers/promises';
import { isGuildhallError } from 'guildhall/contract';
import type { InvitationOutcome, InvitationsPort, MembersPort, WorkspacesPort } from 'guildhall/contract';
import type { Database } from '../../src/db/database.js';
import type { World } from '../../../src/testing/world.js';
import { seedWorld } from '../support/seedWorld.js';
import { readMembers, readPlaces, replayMembership } from './inspect.js';
import type { Random } from './random.js';

/** An adapter that has every operation, as the server's has. */
export interface FullAdapter {
  readonly workspaces: Required<WorkspacesPort>;
  readonly members: Required<MembersPort>;
  readonly invitations: Required<InvitationsPort>;
}

/** A server, as somebody meets it. */
export interface Instance {
  as(userId: string): FullAdapter;
}

/** What a scenario runs on: several servers that share a database. */
export interface Arena {
  readonly instances: readonly Instance[];
  /** To begin with, and to see what came of it. */
  readonly database: Database;
  readonly random: Random;
}

const GUESTS = 100;
/** Between two acts of a quarrel, so that those who come get a word in. */
const PAUSE_MS = 2;
const CLIENTS = 20;
const NOW = '2026-03-02T09:00:00.000Z';
const OWNERS = ['ana', 'bo', 'cleo'] as const;
/** Who could bring back whom. */
const PAIRS = OWNERS.flatMap((owner) => OWNERS.flatMap((other) => (other === owner ? [] : [[owner, other] as const])));
const guest = (index: number) => `guest-${index}`;
const addressOf = (userId: string) => `${userId}@soak.example`;

/** The people of all rounds. */
export const soakWorld: World = {
  now: NOW,
  users: [...OWNERS, 'admin', ...Array.from({ length: GUESTS }, (_, index) => guest(index))].map((id) => ({
    id,
    email: addressOf(id),
    name: id,
  })),
  workspaces: [],
};

function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(`It does not hold that ${what}.`);
}

/** Anything but a refusal that the contract knows is a bug. */
async function attempt(act: Promise<unknown>): Promise<boolean> {
  try {
    await act;
    return true;
  } catch (error) {
    const isRefusal = ['forbidden', 'conflict', 'not_found'].some((code) =>
      isGuildhallError(error, code as 'forbidden'),
    );
    if (isRefusal) return false;
    throw error;
  }
}

/** Invites somebody and lets them accept, each by whatever server. */
async function bring(
  { instances, random }: Arena,
  workspaceId: string,
  inviter: string,
  userId: string,
  role: 'owner' | 'member',
): Promise<void> {
  const invitations = [{ email: addressOf(userId), role }];
  const { outcomes } = await random.pick(instances).as(inviter).invitations.create({ workspaceId, invitations });
  const [outcome] = outcomes as [InvitationOutcome];
  if (outcome.status !== 'invited' && outcome.status !== 'already_invited') return;
  await random.pick(instances).as(userId).invitations.accept({ invitationId: outcome.invitation.id });
}

/** Two owners demote and remove each other, and whoever else has the say. */
async function quarrel(arena: Arena, workspaceId: string, me: string, isOver: () => boolean): Promise<void> {
  const { random, instances } = arena;
  while (!isOver()) {
    const { members, workspaces } = random.pick(instances).as(me);
    const others = OWNERS.filter((owner) => owner !== me);
    const memberId = (await readMembers(arena.database, workspaceId)).get(random.pick(others)) ?? 'gone';
    const acts = [
      () => members.update({ workspaceId, memberId, role: random.pick(['admin', 'member']) }),
      () => members.remove({ workspaceId, memberIds: [memberId] }),
      () => members.transferOwnership({ workspaceId, memberId }),
      () => members.leave({ workspaceId }),
      () => workspaces.update({ workspaceId, name: `Renamed by ${me}` }),
    ];
    await attempt(random.pick(acts)());
    await setTimeout(PAUSE_MS);
  }
}

/** Whoever owns the workspace brings the others back, and makes them owners again. */
async function restore(arena: Arena, workspaceId: string, isOver: () => boolean): Promise<void> {
  const { random, instances, database } = arena;
  while (!isOver()) {
    const present = await readMembers(database, workspaceId);
    for (const [owner, other] of PAIRS) {
      const memberId = present.get(other);
      if (!present.has(owner)) continue;
      const { members } = random.pick(instances).as(owner);
      await setTimeout(PAUSE_MS);
      await attempt(
        memberId
          ? members.update({ workspaceId, memberId, role: 'owner' })
          : bring(arena, workspaceId, owner, other, 'owner'),
      );
    }
  }
}

/** What came of one round. */
export interface Tally {
  /** Changes that were made, by the workspace's log. */
  readonly events: number;
  /** How often the number of owners changed. */
  readonly turns: number;
}

/**
 * Twenty clients add a hundred members while owners demote and remove each other and are restored: at every moment
 * of the log there is an owner, nobody is in it twice, and no number is missing.
 */
export async function addWhileOwnersQuarrel(arena: Arena, workspaceId: string, guests = GUESTS): Promise<Tally> {
  const { database } = arena;
  const members = [
    ...OWNERS.map((userId) => ({ userId, role: 'owner' as const })),
    { userId: 'admin', role: 'admin' as const },
  ];
  await seedWorld(database, { now: NOW, users: [], workspaces: [{ id: workspaceId, name: 'Soak', members }] });
  let adding = true;
  const isOver = () => !adding;
  const strife = Promise.all([
    quarrel(arena, workspaceId, 'ana', isOver),
    quarrel(arena, workspaceId, 'bo', isOver),
    restore(arena, workspaceId, isOver),
  ]);
  const waiting = Array.from({ length: guests }, (_, index) => guest(index));
  const client = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      await bring(arena, workspaceId, 'admin', next, 'member');
  };
  try {
    await Promise.all(Array.from({ length: CLIENTS }, client));
  } finally {
    adding = false;
    await strife;
  }
  const replay = await replayMembership(
    database,
    workspaceId,
    members.map(({ userId, role }) => ({ id: `${workspaceId}.${userId}`, userId, role })),
  );
  check(replay.fewestOwners >= 1, `${workspaceId} had an owner at every moment`);
  check(replay.duplicates === 0, `${workspaceId} has nobody twice`);
  check(replay.gaps === 0, `the log of ${workspaceId} has no gap`);
  check(replay.matchesTable, `the log of ${workspaceId} tells who is in it`);
  const present = await readMembers(database, workspaceId);
  check(
    Array.from({ length: guests }, (_, index) => present.has(guest(index))).every(Boolean),
    'everybody who accepted is a member',
  );
  return { events: replay.events, turns: replay.turns };
}

/** Fifty times at once the same invitation is accepted: one membership. */
export async function acceptOneManyTimes(
  { instances, database }: Arena,
  workspaceId: string,
  times = 50,
): Promise<void> {
  const invitationId = `${workspaceId}-invitation`;
  const invitations = [{ id: invitationId, email: addressOf('guest-0'), role: 'member' as const, invitedBy: 'ana' }];
  const owner = { userId: 'ana', role: 'owner' as const };
  const now = new Date().toISOString();
  await seedWorld(database, {
    now,
    users: [],
    workspaces: [{ id: workspaceId, name: 'One', members: [owner], invitations }],
  });
  const answers = await Promise.allSettled(
    Array.from({ length: times }, (_, index) =>
      instances[index % instances.length]?.as('guest-0').invitations.accept({ invitationId }),
    ),
  );
  const late = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
  check(late.length === times - 1, 'one acceptance of many has its effect');
  for (const error of late) {
    const reason = isGuildhallError(error, 'conflict') ? error.details?.reason : error;
    check(reason === 'invitation_accepted', `the others are told that it was accepted, and not ${String(reason)}`);
  }
  check((await readMembers(database, workspaceId)).size === 2, 'one membership came of it');
}

/** Fifty people accept at once where one place is left: one gets in, and the others are told why. */
export async function raceForOnePlace({ instances, database }: Arena, workspaceId: string, people = 50): Promise<void> {
  const idOf = (index: number) => `${workspaceId}-${index}`;
  const invitations = Array.from({ length: people }, (_, index) => ({
    id: idOf(index),
    email: addressOf(guest(index)),
    role: 'member' as const,
    invitedBy: 'ana',
  }));
  const owner = { userId: 'ana', role: 'owner' as const };
  const now = new Date().toISOString();
  await seedWorld(database, {
    now,
    users: [],
    workspaces: [{ id: workspaceId, name: 'Full', memberLimit: 2, members: [owner], invitations }],
  });
  const answers = await Promise.allSettled(
    Array.from({ length: people }, (_, index) =>
      instances[index % instances.length]?.as(guest(index)).invitations.accept({ invitationId: idOf(index) }),
    ),
  );
  const late = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
  check(late.length === people - 1, 'one of many gets in');
  for (const error of late) {
    const details = isGuildhallError(error, 'limit_exceeded') ? error.details : undefined;
    check(details?.max === 2 && details.used === 2, 'the others are told how many may be in, and are');
  }
  const { members, pending } = await readPlaces(database, workspaceId);
  check(members === 2 && pending === people - 1, 'one place was taken, and the others are still invited');
}

import type { World, WorldInvitation, WorldMember, WorldUser } from '../../src/testing/world.js';

/** The moment at which all stories stand still. */
export const NOW = Date.parse('2026-11-26T10:00:00.000Z');

const DAY = 24 * 3_600_000;

/** ISO 8601, so many days before {@link NOW}; after it where negative. */
export const daysAgo = (days: number): string => new Date(NOW - days * DAY).toISOString();

const PEOPLE: readonly (readonly [id: string, name: string, joined: string])[] = [
  ['amara', 'Amara Okafor', '2024-02-03'],
  ['jonas', 'Jonas Lindqvist', '2024-02-03'],
  ['priya', 'Priya Raghunathan', '2024-03-18'],
  ['tomas', 'Tomás Herrera', '2024-04-02'],
  ['meiling', 'Mei-Ling Chen', '2024-05-21'],
  ['oluwaseun', 'Oluwaseun Adeyemi-Bartholomew', '2024-09-09'],
  ['sofia', 'Sofia Rossi', '2024-10-14'],
  ['daniel', 'Daniel Weiss', '2025-01-06'],
  ['hana', 'Hana Novák', '2025-02-17'],
  ['yusuf', 'Yusuf Demir', '2025-04-28'],
  ['ingrid', 'Ingrid Solberg', '2025-06-02'],
  ['kwame', 'Kwame Mensah', '2025-09-15'],
  ['lucia', 'Lucía Fernández', '2026-01-12'],
  ['noah', 'Noah Fischer', '2026-10-05'],
];

const ROLES: Readonly<Record<string, WorldMember['role']>> = { amara: 'owner', jonas: 'admin', priya: 'admin' };

const users: WorldUser[] = PEOPLE.map(([id, name]) => ({ id, name, email: `${id}@northwind.studio` }));

const members: WorldMember[] = PEOPLE.map(([userId, , joined], index) => ({
  userId,
  role: ROLES[userId] ?? 'member',
  billingContact: userId === 'jonas',
  joinedAt: new Date(Date.parse(joined) + index * 60_000).toISOString(),
}));

const invitations: WorldInvitation[] = [
  { id: 'yuki', email: 'yuki.tan@northwind.studio', role: 'member', invitedBy: 'jonas', createdAt: daysAgo(2) },
  { id: 'bruno', email: 'bruno@keller-type.de', role: 'member', invitedBy: 'amara', createdAt: daysAgo(6) },
  { id: 'sasha', email: 'sasha.ivanova@gmail.com', role: 'member', invitedBy: 'priya', createdAt: daysAgo(9) },
];

/** What a story may have otherwise. */
export interface NorthwindOptions {
  /** @default the fourteen of the studio */
  users?: readonly WorldUser[] | undefined;
  /** @default the same, with one owner, two admins, and a billing contact */
  members?: readonly WorldMember[] | undefined;
  /** @default three: one fresh, one that expires tomorrow, one that has expired */
  invitations?: readonly WorldInvitation[] | undefined;
}

/** Northwind Studio, whom the stories are about. */
export function northwind(options: NorthwindOptions = {}): World {
  return {
    now: new Date(NOW).toISOString(),
    users: options.users ?? users,
    workspaces: [
      {
        id: 'northwind',
        name: 'Northwind Studio',
        createdAt: '2024-02-03T08:00:00.000Z',
        members: options.members ?? members,
        invitations: options.invitations ?? invitations,
      },
    ],
  };
}

/** Northwind, had it grown to so many members. */
export function crowd(count: number): World {
  const first = PEOPLE.map(([, name]) => name.split(' ')[0] ?? name);
  const last = PEOPLE.map(([, name]) => name.split(' ')[1] ?? name);
  const people = Array.from({ length: count - 1 }, (_, index) => ({
    id: `person-${index}`,
    name: `${first[index % 14]} ${last[Math.floor(index / 14) % 14]}`,
    email: `person.${index}@northwind.studio`,
  }));
  return northwind({
    users: [...users, ...people],
    members: [
      ...members.slice(0, 1),
      ...people.map(({ id }, index) => ({
        userId: id,
        role: 'member' as const,
        joinedAt: daysAgo(300 - (index % 290)),
      })),
    ],
  });
}

/** Many invitations in every state there is. */
export const manyInvitations: readonly WorldInvitation[] = [
  ...invitations,
  {
    id: 'lost',
    email: 'no-such-box@northwind.studio',
    role: 'admin',
    invitedBy: 'amara',
    createdAt: daysAgo(1),
    delivery: 'failed',
  },
  ...Array.from({ length: 8 }, (_, index) => ({
    id: `guest-${index}`,
    email: `guest.${index + 1}@studio-kite.com`,
    role: 'member' as const,
    invitedBy: 'amara',
    createdAt: daysAgo(3),
  })),
];

import type { ActivityEntry, GuildhallAdapter, Person } from '../../src/contract/index.js';
import type { World, WorldWorkspace } from '../../src/testing/world.js';
import { daysAgo, NOW, northwind } from './northwind.js';

const lena = { id: 'lena', name: 'Lena Fischer', email: 'lena@harbour-and-pine.com' };

const harbour: WorldWorkspace = {
  id: 'harbour',
  name: 'Harbour & Pine',
  members: [{ userId: 'lena', role: 'owner' }],
  invitations: [
    { id: 'for-amara', email: 'amara@northwind.studio', role: 'member', invitedBy: 'lena', createdAt: daysAgo(4) },
  ],
};

const others: readonly WorldWorkspace[] = [
  { id: 'home', name: 'Personal', homeOf: 'amara', members: [{ userId: 'amara', role: 'owner' }] },
  {
    id: 'field',
    name: 'Field Notes Co-op',
    members: [
      { userId: 'lena', role: 'owner' },
      { userId: 'amara', role: 'member' },
    ],
  },
  {
    id: 'atlas',
    name: 'Atlas Research Lab',
    members: [
      { userId: 'lena', role: 'owner' },
      { userId: 'amara', role: 'admin' },
    ],
  },
];

/** Northwind among Amara's other workspaces, with an invitation that waits for her; `more` are hers too. */
export function studios(more: readonly WorldWorkspace[] = []): World {
  const world = northwind();
  return { ...world, users: [...world.users, lena], workspaces: [...world.workspaces, ...others, harbour, ...more] };
}

const TOWNS = ['Aarhus', 'Bergen', 'Cádiz', 'Dundee', 'Évora', 'Faro', 'Gent', 'Haarlem', 'Izmir', 'Jena', 'Kyoto'];

/** So many more workspaces of Amara's. */
export const branches = (count: number): WorldWorkspace[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `branch-${index}`,
    name: `${TOWNS[index % TOWNS.length] ?? ''} studio ${index + 1}`,
    members: [{ userId: 'amara', role: 'owner' as const }],
  }));

const person = (userId: string, name: string): Person => ({
  userId,
  name,
  email: `${userId}@northwind.studio`,
  imageUrl: null,
});
const amara = person('amara', 'Amara Okafor');
const jonas = person('jonas', 'Jonas Lindqvist');
const tomas = person('tomas', 'Tomás Herrera');
const noah = person('noah', 'Noah Fischer');

/** One thing of each kind that can happen, without its id and time. */
const HAPPENINGS: readonly (ActivityEntry extends infer E
  ? E extends ActivityEntry
    ? Omit<E, 'id' | 'at'>
    : never
  : never)[] = [
  { actor: jonas, action: 'member.billing_contact_changed', member: tomas, billingContact: true },
  { actor: amara, action: 'workspace.renamed', from: 'Northwind', to: 'Northwind Studio' },
  { actor: jonas, action: 'invitation.sent', email: 'yuki.tan@northwind.studio', role: 'member' },
  { actor: amara, action: 'workspace.image_changed' },
  { actor: noah, action: 'member.joined', invitedBy: amara, role: 'member' },
  { actor: amara, action: 'member.role_changed', member: jonas, from: 'member', to: 'admin' },
  { actor: jonas, action: 'invitation.resent', email: 'bruno@keller-type.de' },
  { actor: jonas, action: 'invitation.role_changed', email: 'bruno@keller-type.de', from: 'admin', to: 'member' },
  { actor: null, action: 'member.removed', member: person('sam', 'Sam Whitlock') },
  { actor: person('lea', 'Léa Fontaine'), action: 'member.left' },
  { actor: amara, action: 'invitation.revoked', email: 'sasha.ivanova@gmail.com' },
  { actor: null, action: 'invitation.declined', email: 'hugo@studio-kite.com' },
  { actor: amara, action: 'member.billing_contact_changed', member: tomas, billingContact: false },
  { actor: jonas, action: 'workspace.transferred', to: amara },
  { actor: tomas, action: 'member.joined', invitedBy: null, role: 'admin' },
  { actor: amara, action: 'billing.plan_changed', from: 'Team', to: 'Business' },
  { actor: tomas, action: 'billing.seats_changed', from: 12, to: 14 },
  { actor: tomas, action: 'billing.plan_cancelled', plan: 'Team', endsAt: '2026-12-14T09:00:00.000Z' },
  { actor: amara, action: 'billing.plan_resumed', plan: 'Team' },
  { actor: amara, action: 'billing.plan_changed', from: null, to: 'Team' },
  { actor: null, action: 'billing.plan_changed', from: 'Team', to: null },
  { actor: jonas, action: 'workspace.created', name: 'Northwind' },
  {
    actor: amara,
    action: 'entity.sharing_changed',
    kind: 'chat',
    entityId: 'p',
    title: 'Press kit',
    sharing: 'public',
  },
  { actor: tomas, action: 'entity.sharing_changed', kind: 'chat', entityId: 'u', title: '', sharing: 'private' },
];

/** So many things that happened, a few on each day, the newest first. */
export function happenings(count: number): ActivityEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const happening = HAPPENINGS[index % HAPPENINGS.length] ?? { actor: amara, action: 'workspace.image_changed' };
    const at = new Date(NOW - index * 5.3 * 3_600_000).toISOString();
    return { ...happening, id: `activity-${index}`, at };
  });
}

/** An adapter whose log holds these entries, by pages of 30. */
export const withActivity =
  (entries: readonly ActivityEntry[]) =>
  (adapter: GuildhallAdapter): GuildhallAdapter => ({
    ...adapter,
    activity: {
      list: async ({ cursor }) => {
        const from = Number(cursor ?? 0);
        const to = from + 30;
        return { items: entries.slice(from, to), nextCursor: to < entries.length ? String(to) : null, seq: 1 };
      },
    },
  });

import type { World, WorldWorkspace } from '../world.js';

/** When every world of this suite begins. */
export const NOW = '2026-03-02T09:00:00.000Z';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A moment so many milliseconds after the world began, or before it. */
export const at = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

const users: World['users'] = [
  { id: 'olivia', email: 'olivia@acme.example', name: 'Olivia Östberg' },
  { id: 'otto', email: 'otto@acme.example', name: 'Otto Owens' },
  { id: 'adam', email: 'adam@acme.example', name: 'Adam Ångström' },
  { id: 'anna', email: 'anna@acme.example', name: 'Anna Adler' },
  { id: 'bill', email: 'bill@acme.example', name: 'Bill Barańska' },
  { id: 'mia', email: 'mia@acme.example', name: 'Mia Nakamura', imageUrl: 'https://images.example/mia.png' },
  { id: 'max', email: 'max@acme.example', name: 'Max Müller' },
  { id: 'rex', email: 'rex@acme.example', name: 'Rex Roe' },
  { id: 'petra', email: 'petra@other.example', name: 'Petra Pérez' },
  { id: 'oscar', email: 'oscar@nowhere.example', name: 'Oscar Outside' },
  { id: 'ivy', email: 'Ivy@Guests.Example', name: 'Ivy Invited' },
  { id: 'ian', email: 'ian@guests.example', name: 'Ian Invited' },
  { id: 'uma', email: 'uma@guests.example', name: 'Uma Unverified', emailVerified: false },
];

const acme: WorldWorkspace = {
  id: 'acme',
  name: 'Acme',
  members: [
    { userId: 'olivia', role: 'owner', joinedAt: at(-9 * DAY) },
    { userId: 'otto', role: 'owner', joinedAt: at(-8 * DAY) },
    { userId: 'adam', role: 'admin', joinedAt: at(-7 * DAY) },
    { userId: 'anna', role: 'admin', joinedAt: at(-6 * DAY) },
    { userId: 'bill', role: 'member', billingContact: true, joinedAt: at(-5 * DAY) },
    { userId: 'mia', role: 'member', joinedAt: at(-4 * DAY) },
    { userId: 'max', role: 'member', joinedAt: at(-3 * DAY) },
    { userId: 'rex', role: 'member', joinedAt: at(-2 * DAY) },
  ],
  invitations: [
    { id: 'for-ivy', email: 'ivy@guests.example', role: 'member', invitedBy: 'adam', createdAt: at(-3 * HOUR) },
    { id: 'for-uma', email: 'uma@guests.example', role: 'member', invitedBy: 'olivia', createdAt: at(-2 * HOUR) },
  ],
};

const other: WorldWorkspace = {
  id: 'other',
  name: 'Other',
  members: [{ userId: 'petra', role: 'owner' }],
  invitations: [{ id: 'for-other', email: 'someone@else.example', role: 'member', invitedBy: 'petra' }],
};

const home: WorldWorkspace = {
  id: 'home-olivia',
  name: 'Zuhause',
  homeOf: 'olivia',
  members: [
    { userId: 'olivia', role: 'owner' },
    { userId: 'otto', role: 'owner' },
  ],
};

/**
 * The company that most of the suite plays in: two owners, two admins, a billing contact and members in `acme`;
 * people outside, invited, unverified; another company; a home.
 */
export const company: World = { now: NOW, users, workspaces: [acme, other, home] };

/** The company, with something of `acme` changed. */
export function companyWith(changes: Partial<WorldWorkspace>, limits?: World['limits']): World {
  const workspaces = [{ ...acme, ...changes }, other, home];
  return limits ? { now: NOW, users, workspaces, limits } : { now: NOW, users, workspaces };
}

/** The id of a member of `acme`. */
export const memberOf = (userId: string, workspaceId = 'acme') => `${workspaceId}.${userId}`;

import type { Role } from '../contract/index.js';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.js';
import { randomFrom } from './random.js';
import { sampleAccount } from './sampleAccounts.js';
import type { SampleBilling } from './sampleAccounts.js';
import { SAMPLE_KINDS, sampleEntities } from './sampleEntities.js';
import type { World, WorldInvitation, WorldMember, WorldUser } from './world.js';

/** How large a world {@link makeWorld} makes. */
export interface MakeWorldOptions {
  /** Members of the workspace `big`, its owner `user-1` among them. @default 100 */
  members?: number | undefined;
  /** Unanswered invitations of `big`. @default 0 */
  invitations?: number | undefined;
  /** Further workspaces, `ws-1` and so on, that `user-1` owns alone. @default 0 */
  otherWorkspaces?: number | undefined;
  /**
   * How `big` stands with its payments, and that the host sells plans at all: {@link samplePlans}, in yen for `jpy`.
   * What pays has 31 invoices, a Visa and a Mastercard. `grace_over` has owed too long: nobody can be invited.
   *
   * @default billing is off
   */
  billing?: SampleBilling | undefined;
  /**
   * How much `big` holds of what its members made: chats, assistants and prompts, most of them chats. With 0 the host has
   * these kinds, and nothing of them yet.
   *
   * @default the host has registered no kinds
   */
  entities?: number | undefined;
  /** ISO 8601. @default '2026-03-02T09:00:00.000Z' */
  now?: string | undefined;
  /** Another number makes another world; the same number makes the same one. @default 1 */
  seed?: number | undefined;
}

const MINUTE = 60_000;
const count = <T>(length: number, make: (number: number) => T) => Array.from({ length }, (_, index) => make(index + 1));

function roleOf(number: number, chance: number): Role {
  if (number === 1 || chance < 0.01) return 'owner';
  return chance < 0.06 ? 'admin' : 'member';
}

function entitiesOf({ entities }: MakeWorldOptions, now: string, seed: number, users: readonly WorldUser[]) {
  if (entities === undefined) return {};
  const creatorIds = users.map(({ id }) => id);
  const made = sampleEntities({ count: entities, workspaceId: 'big', creatorIds, now, seed });
  return { entityKinds: SAMPLE_KINDS, entities: made };
}

/**
 * Makes a large world for stories, benchmarks and tests: one workspace `big` of people whose names come from many
 * languages, seen by its owner `user-1`. The same options make the same world.
 *
 * @example const backend = createMemoryBackend(makeWorld({ members: 10_000 }));
 */
export function makeWorld(options: MakeWorldOptions = {}): World {
  const { members = 100, invitations = 0, otherWorkspaces = 0, now = '2026-03-02T09:00:00.000Z', seed = 1 } = options;
  const random = randomFrom(seed);
  const pick = (names: readonly string[]) => names[Math.floor(random() * names.length)] ?? '';
  const ago = (minutes: number) => new Date(Date.parse(now) - Math.round(minutes) * MINUTE).toISOString();
  const users = count(members, (number): WorldUser => ({
    id: `user-${number}`,
    email: `person.${number}@company-${number % 7}.example`,
    name: `${pick(GIVEN_NAMES)} ${pick(FAMILY_NAMES)}`,
  }));
  const memberships = count(members, (number): WorldMember => ({
    userId: `user-${number}`,
    role: roleOf(number, random()),
    billingContact: random() < 0.01,
    joinedAt: ago((members - number + 1) * 30 + random() * 30),
  }));
  const invited = count(invitations, (number): WorldInvitation => ({
    id: `invitation-${number}`,
    email: `invited.${number}@company-${number % 7}.example`,
    role: random() < 0.1 ? 'admin' : 'member',
    invitedBy: 'user-1',
    createdAt: ago(number * 60),
  }));
  const paid = options.billing && sampleAccount(options.billing, now, { members, invitations });
  return {
    now,
    ...(paid && { billing: paid.billing }),
    users,
    ...entitiesOf(options, now, seed, users),
    workspaces: [
      {
        id: 'big',
        name: 'Big Company',
        members: memberships,
        invitations: invited,
        ...(paid && { billing: paid.account }),
      },
      ...count(otherWorkspaces, (number) => ({
        id: `ws-${number}`,
        name: `${pick(FAMILY_NAMES)} ${number}`,
        members: [{ userId: 'user-1', role: 'owner' as const }],
      })),
    ],
  };
}

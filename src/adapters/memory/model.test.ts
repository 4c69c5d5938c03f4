import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ROLES, isGuildhallError, may } from '../../contract/index.js';
import type { GuildhallAdapter, GuildhallEvent, Member } from '../../contract/index.js';
import { makeWorld } from '../../testing/makeWorld.js';
import { createMemoryBackend } from './backend.js';

const people = Array.from({ length: 6 }, (_, index) => `user-${index + 1}`);
const addresses = makeWorld({ members: 6 }).users.map(({ email }) => email);
const acme = { workspaceId: 'acme' };

const world = {
  ...makeWorld({ members: 6 }),
  workspaces: [
    {
      id: 'acme',
      name: 'Acme',
      memberLimit: 5,
      members: [
        { userId: 'user-1', role: 'owner' as const },
        { userId: 'user-2', role: 'owner' as const },
        { userId: 'user-3', role: 'admin' as const },
      ],
    },
  ],
};

/** Somebody does something, on somebody; most of it is refused, as with people. */
const command = fc.record({
  what: fc.constantFrom(
    'role',
    'contact',
    'remove',
    'leave',
    'transfer',
    'invite',
    'accept',
    'decline',
    'resend',
    'revoke',
    'wait',
  ),
  who: fc.constantFrom(...people),
  whom: fc.nat(5),
  role: fc.constantFrom(...ROLES),
});
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

async function act(
  adapter: GuildhallAdapter,
  { what, whom, role }: Command,
  members: readonly Member[],
): Promise<unknown> {
  const { members: port, invitations } = adapter;
  const memberId = members[whom % Math.max(1, members.length)]?.id ?? 'nobody';
  if (what === 'role') return port.update?.({ ...acme, memberId, role });
  if (what === 'contact') return port.update?.({ ...acme, memberId, billingContact: role === 'owner' });
  if (what === 'remove') return port.remove?.({ ...acme, memberIds: [memberId] });
  if (what === 'leave') return port.leave?.(acme);
  if (what === 'transfer') return port.transferOwnership?.({ ...acme, memberId });
  if (what === 'invite') return invitations?.create({ ...acme, invitations: [{ email: addresses[whom] ?? '', role }] });
  if (what === 'accept' || what === 'decline') {
    const mine = await invitations?.mine?.({});
    return invitations?.[what]?.({ invitationId: mine?.items[0]?.id ?? 'none' });
  }
  const sent = await invitations?.list(acme);
  const invitationId = sent?.items[0]?.id ?? 'none';
  return what === 'resend'
    ? invitations?.resend?.({ ...acme, invitationId })
    : invitations?.revoke?.({ ...acme, invitationId });
}

/** The members as whoever still is one sees them. */
async function look(as: (userId: string) => GuildhallAdapter): Promise<readonly Member[]> {
  const answers = await Promise.allSettled(people.map((userId) => as(userId).members.list(acme)));
  const seen = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.items] : []));
  expect(new Set(seen.map((items) => JSON.stringify(items))).size, 'everybody inside sees the same members').toBe(1);
  expect(seen, 'who sees them is who they are').toHaveLength(seen[0]?.length ?? 0);
  return seen[0] ?? [];
}

function expectSane(members: readonly Member[]): void {
  expect(members.filter(({ role }) => role === 'owner').length, 'there is an owner').toBeGreaterThan(0);
  expect(new Set(members.map(({ userId }) => userId)).size, 'nobody is in it twice').toBe(members.length);
  expect(members.length, 'no more than the limit').toBeLessThanOrEqual(5);
}

it('keeps an owner, unique members, its limit and a log without a gap, whatever people do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (commands) => {
      const backend = createMemoryBackend(world);
      const events = new Map<string, GuildhallEvent[]>(people.map((userId) => [userId, []]));
      for (const userId of people)
        backend.as(userId).subscribe?.({}, { onEvent: (event) => events.get(userId)?.push(event) });
      let members = await look((userId) => backend.as(userId));
      let seq = 0;
      for (const each of commands) {
        if (each.what === 'wait') backend.advance(86_400_000);
        else {
          await act(backend.as(each.who), each, members).catch((error: unknown) => {
            if (!isGuildhallError(error) || error.code === 'internal') throw error;
          });
        }
        members = await look((userId) => backend.as(userId));
        expectSane(members);
        const insider = members.find((member) => may(member, 'activity:read'));
        const page = await backend.as(insider?.userId ?? 'user-1').members.list(acme);
        expect(page.seq, 'the log never goes back').toBeGreaterThanOrEqual(seq);
        seq = page.seq;
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
      for (const own of events.values()) {
        const seqs = own.flatMap((event) => (event.topic === 'viewer' ? [event.seq] : []));
        expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      }
      backend.dispose();
    }),
    { numRuns: 100 },
  );
});

import { createMemoryBackend } from '../../src/adapters/memory/index.js';
import type { MemoryBackend } from '../../src/adapters/memory/index.js';
import type { GuildhallAdapter } from '../../src/contract/index.js';
import type { World } from '../../src/testing/world.js';
import { daysAgo, northwind } from './northwind.js';

const DAY = 24 * 3_600_000;

/** Who opens the link that was sent to Lena at Studio Kite. */
export type Opener = 'lena' | 'lena-unverified' | 'lena-private' | 'amara' | null;

/** What happened to the invitation before it is opened. */
export type History =
  | 'nothing'
  | 'accepted'
  | 'accepted, then removed'
  | 'declined'
  | 'revoked'
  | 'expired'
  | 'replaced';

/** What is different about the workspace. */
export interface InvitedOptions {
  opener?: Opener;
  history?: History;
  memberLimit?: number | null;
}

/** A link to Northwind Studio, and the adapter of whoever opens it. */
export interface InvitedScene {
  adapter: GuildhallAdapter;
  token: string;
  viewerEmail: string | undefined;
}

const ids = { workspaceId: 'northwind', invitationId: 'for-lena' };

function invitedWorld(opener: Opener, memberLimit: number | null): World {
  const world = northwind();
  const isVerified = opener !== 'lena-unverified';
  return {
    ...world,
    users: [
      ...world.users,
      { id: 'lena', name: 'Lena Fischer', email: 'lena@studio-kite.com', emailVerified: isVerified },
      { id: 'lena-private', name: 'Lena Fischer', email: 'lena.fischer@gmail.com' },
    ],
    workspaces: world.workspaces.map((workspace) => ({
      ...workspace,
      memberLimit,
      invitations: [
        { id: 'for-lena', email: 'lena@studio-kite.com', role: 'member', invitedBy: 'amara', createdAt: daysAgo(2) },
      ],
    })),
  };
}

async function live(history: History, backend: MemoryBackend): Promise<void> {
  const { invitationId } = ids;
  const [amara, lena] = [backend.as('amara'), backend.as('lena')];
  if (history === 'revoked') await amara.invitations?.revoke?.(ids);
  if (history === 'replaced') await amara.invitations?.resend?.(ids);
  if (history === 'declined') await lena.invitations?.decline?.({ invitationId });
  if (history === 'expired') backend.advance(8 * DAY);
  if (history === 'accepted' || history === 'accepted, then removed')
    await lena.invitations?.accept?.({ invitationId });
  if (history === 'accepted, then removed') {
    const { items } = await amara.members.list({ workspaceId: ids.workspaceId, search: 'lena@' });
    await amara.members.remove?.({ workspaceId: ids.workspaceId, memberIds: items.map(({ id }) => id) });
  }
}

/** Sets the scene: a link was sent to Lena, something happened to it, and somebody opens it. */
export async function invited({
  opener = 'lena',
  history = 'nothing',
  memberLimit = null,
}: InvitedOptions): Promise<InvitedScene> {
  const world = invitedWorld(opener, memberLimit);
  const backend = createMemoryBackend(world);
  const { url = '' } = (await backend.as('amara').invitations?.link?.(ids)) ?? {};
  await live(history, backend);
  const userId = opener === 'lena-unverified' ? 'lena' : opener;
  return {
    adapter: backend.as(userId),
    token: url.split('#token=')[1] ?? '',
    viewerEmail: world.users.find(({ id }) => id === userId)?.email,
  };
}

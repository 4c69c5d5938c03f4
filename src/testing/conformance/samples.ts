import { expect } from 'vitest';
import type { InputOf, OperationName } from '../../contract/index.js';
import type { World } from '../world.js';
import { billingSamples } from './billing/samples.js';
import { billed } from './billing/worlds.js';
import { shared } from './entities/worlds.js';
import type { Stage } from './stage.js';
import { company, memberOf } from './worlds.js';

/** A picture of one pixel. */
export const PIXEL = {
  contentType: 'image/png',
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const;

/** The token in a link's fragment. */
function tokenIn(url: string): string {
  const token = new URLSearchParams(new URL(url).hash.slice(1)).get('token');
  if (!token) throw new Error(`The link has no token in its fragment: ${url}`);
  return token;
}

/** The token of an invitation, from its link, which is the one way to come by it. */
export async function tokenOf(
  stage: Stage,
  invitationId: string,
  who = 'olivia',
  workspaceId = 'acme',
): Promise<string> {
  const { url } = await stage.call(who, 'invitations.link', { workspaceId, invitationId });
  return tokenIn(url);
}

/** What the link tells its addressee. */
export async function previewBy(stage: Stage, who: string, token: string) {
  const preview = await stage.call(who, 'invitations.preview', { token });
  return preview.audience === 'addressee' ? preview : expect.fail(`${who} is taken for a ${preview.audience}`);
}

/** Where an operation can be asked for: those of billing on a host that sells something, those of entities where there are some. */
export function worldOf(name: OperationName): World {
  if (name.startsWith('billing.')) return billed;
  return name.startsWith('entities.') ? shared : company;
}

type Sample<N extends OperationName> = InputOf<N> | ((stage: Stage) => Promise<InputOf<N>>);
type Samples = { readonly [N in OperationName]: Sample<N> };

/**
 * An input for each operation that works in its world ({@link worldOf}) for whoever may ask. A new row of the routes table does
 * not compile without one.
 */
const samples: Samples = {
  'workspaces.list': {},
  'workspaces.create': { name: 'New company' },
  'workspaces.get': { workspaceId: 'acme' },
  'workspaces.update': { workspaceId: 'acme', name: 'Acme & Sons' },
  'workspaces.delete': { workspaceId: 'acme' },
  'workspaces.setImage': { workspaceId: 'acme', image: PIXEL },
  'workspaces.removeImage': { workspaceId: 'acme' },
  'members.list': { workspaceId: 'acme' },
  'members.update': { workspaceId: 'acme', memberId: memberOf('max'), role: 'admin' },
  'members.remove': { workspaceId: 'acme', memberIds: [memberOf('max')] },
  'members.leave': { workspaceId: 'acme' },
  'members.transferOwnership': { workspaceId: 'acme', memberId: memberOf('max') },
  'invitations.list': { workspaceId: 'acme' },
  'invitations.create': { workspaceId: 'acme', invitations: [{ email: 'new@guests.example', role: 'member' }] },
  'invitations.update': { workspaceId: 'acme', invitationId: 'for-ivy', role: 'admin' },
  'invitations.resend': { workspaceId: 'acme', invitationId: 'for-ivy' },
  'invitations.revoke': { workspaceId: 'acme', invitationId: 'for-ivy' },
  'invitations.link': { workspaceId: 'acme', invitationId: 'for-ivy' },
  'invitations.mine': {},
  'invitations.accept': { invitationId: 'for-ivy' },
  'invitations.decline': { invitationId: 'for-ivy' },
  'invitations.preview': async (stage) => ({ token: await tokenOf(stage, 'for-ivy') }),
  ...billingSamples,
  'entities.list': { workspaceId: 'acme', kind: 'chat' },
  'entities.counts': { workspaceId: 'acme' },
  'entities.get': { kind: 'chat', entityId: 'plan' },
  'entities.setSharing': { workspaceId: 'acme', kind: 'chat', entityId: 'plan', sharing: 'private' },
  'activity.list': { workspaceId: 'acme' },
};

/** The sample input of one operation. */
export async function sampleOf<N extends OperationName>(stage: Stage, name: N): Promise<InputOf<N>>;
export async function sampleOf(stage: Stage, name: OperationName): Promise<unknown> {
  const sample: unknown = samples[name];
  if (sample === undefined) throw new Error(`There is no sample input for ${name}: add one to samples.ts.`);
  return typeof sample === 'function' ? sample(stage) : sample;
}

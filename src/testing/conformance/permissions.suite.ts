import { describe, expect } from 'vitest';
import { may, operationNames, routes } from '../../contract/index.js';
import type { Access, OperationName, Permission, Standing } from '../../contract/index.js';
import { pictureOfAccount } from './billing/acts.js';
import { sampleOf, worldOf } from './samples.js';
import { scene } from './stage.js';
import type { ExpectedError, Stage, Subject } from './stage.js';
import { memberOf } from './worlds.js';

interface Actor {
  /** In the sentence that the test is. */
  readonly title: string;
  readonly userId: string | null;
  /** In `acme`, or null for those outside. */
  readonly standing: Standing | null;
  readonly isAddressee?: boolean;
}

const inside = (role: Standing['role'], billingContact = false): Standing => ({ role, billingContact });

const ACTORS: readonly Actor[] = [
  { title: 'nobody', userId: null, standing: null },
  { title: 'an outsider', userId: 'oscar', standing: null },
  { title: "another workspace's owner", userId: 'petra', standing: null },
  { title: 'a removed member', userId: 'rex', standing: null },
  { title: 'the invited', userId: 'ivy', standing: null, isAddressee: true },
  { title: 'somebody invited whose address is not verified', userId: 'uma', standing: null },
  { title: 'a member', userId: 'mia', standing: inside('member') },
  { title: 'a billing contact', userId: 'bill', standing: inside('member', true) },
  { title: 'an admin', userId: 'adam', standing: inside('admin') },
  { title: 'an owner', userId: 'olivia', standing: inside('owner') },
];

/** Who made the entity of the sample: a member, and not every one. */
const CREATOR = 'mia';

/** What the routes table says that this person gets: null for an answer. */
function expectationOf(name: OperationName, { userId, standing, isAddressee }: Actor): ExpectedError | null {
  const { access }: { access: Access } = routes[name];
  if (access === 'public') return null;
  if (userId === null) return { code: 'unauthenticated' };
  if (access === 'signed_in') return null;
  if (access === 'addressee') return isAddressee ? null : { code: 'not_found' };
  if (!standing) return { code: 'not_found' };
  if (name === 'entities.setSharing' && standing.role === 'member' && userId !== CREATOR)
    return { code: 'forbidden', reason: 'not_creator' };
  if (access === 'member' || may(standing, access)) return null;
  return { code: 'forbidden', reason: 'missing_permission', permission: access satisfies Permission };
}

/** What an owner sees of a workspace: whoever is refused must not have changed it. */
async function pictureOf(stage: Stage, name: OperationName): Promise<unknown> {
  if (name.startsWith('billing.')) return pictureOfAccount(stage);
  if (name.startsWith('entities.')) return stage.call('olivia', 'entities.list', { workspaceId: 'acme', kind: 'chat' });
  return {
    workspace: await stage.call('olivia', 'workspaces.get', { workspaceId: 'acme' }),
    members: await stage.call('olivia', 'members.list', { workspaceId: 'acme' }),
  };
}

async function removeRex(stage: Stage): Promise<void> {
  await stage.call('olivia', 'members.remove', { workspaceId: 'acme', memberIds: [memberOf('rex')] });
}

function describeOperation(subject: Subject, name: OperationName): void {
  const refused = ACTORS.filter((actor) => expectationOf(name, actor) !== null);
  const admitted = ACTORS.filter((actor) => expectationOf(name, actor) === null);

  if (refused.length > 0) {
    scene(
      subject,
      `refuses ${refused.map(({ title }) => title).join(', ')}, and nothing changes`,
      worldOf(name),
      async (stage) => {
        await removeRex(stage);
        const input = await sampleOf(stage, name);
        const before = await pictureOf(stage, name);
        for (const actor of refused) {
          await stage.refused(actor.userId, name, input, expectationOf(name, actor) ?? expect.fail());
        }
        expect(await pictureOf(stage, name)).toEqual(before);
      },
    );
  }
  for (const actor of admitted) {
    scene(subject, `answers ${actor.title}`, worldOf(name), async (stage) => {
      await removeRex(stage);
      await stage.call(actor.userId, name, await sampleOf(stage, name));
    });
  }
}

/** Everybody × every operation, from the routes table: a new row is tested, or fails for want of a sample. */
export function describePermissions(subject: Subject): void {
  describe('who may do what', () => {
    for (const name of operationNames) {
      describe(`${name}`, () => {
        describeOperation(subject, name);
      });
    }
  });
}

import { describe } from 'vitest';
import { operationNames } from '../../contract/index.js';
import type { CreateHarness } from '../world.js';
import { describeActivity } from './activity.suite.js';
import { describeBilling } from './billing/index.js';
import { describeCapabilities } from './capabilities.suite.js';
import { describeCursors } from './cursors.suite.js';
import { describeEntities } from './entities/index.js';
import { describeIdempotency } from './idempotency.suite.js';
import { describeOddTexts } from './oddTexts.suite.js';
import { describeInputs } from './inputs.suite.js';
import { describeManagedInvitations } from './managedInvitations.suite.js';
import { describeInvitations } from './invitations.suite.js';
import { describeLimits } from './limits.suite.js';
import { describeMemberList } from './memberList.suite.js';
import { describeMembers } from './members.suite.js';
import { describePermissions } from './permissions.suite.js';
import { describeRaces } from './races.suite.js';
import { describePreviews } from './previews.suite.js';
import { describeReceiving } from './receiving.suite.js';
import { describeTopics } from './topics.suite.js';
import { describeSubscribe } from './subscribe.suite.js';
import { describeWorkspaces } from './workspaces.suite.js';
import type { Feature, Subject } from './stage.js';

/** What an adapter says of itself to the suite. */
export interface ConformanceOptions {
  /**
   * What the adapter does not have: these must then be absent, and their tests are skipped. All else must be there.
   * `entities` stands for all operations on what workspaces hold.
   *
   * @default []
   */
  without?: readonly (Feature | 'entities')[] | undefined;
}

const featuresOf = (feature: Feature | 'entities'): readonly Feature[] =>
  feature === 'entities' ? operationNames.filter((name) => name.startsWith('entities.')) : [feature];

/**
 * The contract as tests: whatever passes them works with every component. Call it in a vitest test file.
 *
 * @param name stands at the head of the report
 * @param createHarness makes a backend that holds the given world and nothing else; called for every test
 * @example describeGuildhallAdapter('my backend', async (world) => createMyHarness(world));
 */
export function describeGuildhallAdapter(
  name: string,
  createHarness: CreateHarness,
  { without = [] }: ConformanceOptions = {},
): void {
  const subject: Subject = { createHarness, without: without.flatMap(featuresOf) };
  describe(`${name} keeps the contract`, () => {
    describeCapabilities(subject);
    describePermissions(subject);
    describeWorkspaces(subject);
    describeMemberList(subject);
    describeMembers(subject);
    describeInvitations(subject);
    describeManagedInvitations(subject);
    describeReceiving(subject);
    describePreviews(subject);
    describeLimits(subject);
    describeActivity(subject);
    describeBilling(subject);
    describeEntities(subject);
    if (!subject.without.includes('subscribe')) {
      describeSubscribe(subject);
      describeTopics(subject);
    }
    describeInputs(subject);
    describeOddTexts(subject);
    describeCursors(subject);
    describeIdempotency(subject);
    describeRaces(subject);
  });
}

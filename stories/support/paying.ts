import { sampleAccount } from '../../src/testing/sampleAccounts.js';
import type { SampleBilling } from '../../src/testing/sampleAccounts.js';
import type { World } from '../../src/testing/world.js';
import { northwind } from './northwind.js';
import type { NorthwindOptions } from './northwind.js';

/** Northwind Studio, in one state of its payments. */
export function paying(state: SampleBilling, options: NorthwindOptions = {}): World {
  const world = northwind(options);
  const [studio] = world.workspaces;
  if (studio === undefined) throw new Error('Northwind has gone.');
  const people = { members: studio.members.length, invitations: studio.invitations?.length ?? 0 };
  const { billing, account } = sampleAccount(state, world.now, people);
  const cancellation = account.cancellation && { ...account.cancellation, by: 'jonas' };
  return {
    ...world,
    billing,
    workspaces: [{ ...studio, billing: { ...account, ...(cancellation && { cancellation }) } }],
  };
}

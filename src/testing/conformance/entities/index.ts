import { describe } from 'vitest';
import type { Subject } from '../stage.js';
import { describeEntityCounts } from './counts.suite.js';
import { describeEntityEvents } from './events.suite.js';
import { describeEntityList } from './list.suite.js';
import { describeEntityOrder } from './order.suite.js';
import { describeSharing } from './sharing.suite.js';
import { describeVisibility } from './visibility.suite.js';

/** What workspaces hold. An adapter without entities has nothing of this. */
export function describeEntities(subject: Subject): void {
  if (subject.without.includes('entities.list')) return;
  describe('entities', () => {
    describeVisibility(subject);
    describeEntityList(subject);
    describeEntityOrder(subject);
    describeEntityCounts(subject);
    describeSharing(subject);
    describeEntityEvents(subject);
  });
}

import { cutPage } from './pages.js';
import type { Handler } from './session.js';

export const listActivity: Handler<'activity.list'> = (session, input) => {
  const { workspace } = session.enter('activity.list', input.workspaceId);
  return cutPage('activity.list', input, {
    rows: workspace.activity.toReversed(),
    positionOf: ({ at, id }) => [at, id],
    descending: true,
    seq: workspace.seq,
    countTotal: session.supports.totalCount,
    toItem: (entry) => structuredClone(entry),
  });
};

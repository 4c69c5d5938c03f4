import type { GuildhallEvent, Role } from '../../contract/index.js';
import type { Stage } from './stage.js';
import { memberOf } from './worlds.js';

const acme = { workspaceId: 'acme' };

/** An owner renames `acme`. */
export const rename = (stage: Stage, name: string) => stage.call('olivia', 'workspaces.update', { ...acme, name });

/** An owner changes a role in `acme`. */
export const setRole = (stage: Stage, userId: string, role: Role) =>
  stage.call('olivia', 'members.update', { ...acme, memberId: memberOf(userId), role });

/** The topics that these events are of, each once. */
export const topicsOf = (events: readonly GuildhallEvent[]) =>
  [...new Set(events.map(({ topic }) => topic))].toSorted();

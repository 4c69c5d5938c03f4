import type { QueryClient } from '@tanstack/react-query';
import type { GuildhallAdapter, InputOf, OperationName, Workspace } from '../contract/index.js';
import { keys } from './keys.js';

type OwnOperation = Extract<OperationName, 'workspaces.list' | 'invitations.mine'>;
type WithinOperation = Parameters<typeof keys.within>[1];

/** What a write makes out of date, so that it is asked for again where it is on screen. */
export function createRefresh(adapter: GuildhallAdapter, client: QueryClient) {
  return {
    own: (...operations: OwnOperation[]) =>
      Promise.all(operations.map((operation) => client.invalidateQueries({ queryKey: keys.own(adapter, operation) }))),
    within: (workspaceId: string, ...operations: WithinOperation[]) =>
      Promise.all(
        operations.map((operation) =>
          client.invalidateQueries({ queryKey: keys.within(adapter, operation, workspaceId) }),
        ),
      ),
    /** Shows what a write answered, without asking again. */
    put: (workspace: Workspace) => {
      const input: InputOf<'workspaces.get'> = { workspaceId: workspace.id };
      client.setQueryData(keys.query(adapter, 'workspaces.get', input), workspace);
    },
  };
}

import { useCallback } from 'react';
import type { InputOf, OperationName, Workspace } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';

type OwnOperation = Extract<OperationName, 'workspaces.list' | 'invitations.mine'>;
type WithinOperation = Parameters<typeof keys.within>[1];

/** What a write makes out of date, so that it is asked for again where it is on screen. */
export function useRefresh() {
  const { adapter, queryClient } = useGuildhall();

  const own = useCallback(
    (...operations: OwnOperation[]) =>
      Promise.all(
        operations.map((operation) => queryClient.invalidateQueries({ queryKey: keys.own(adapter, operation) })),
      ),
    [adapter, queryClient],
  );
  const within = useCallback(
    (workspaceId: string, ...operations: WithinOperation[]) =>
      Promise.all(
        operations.map((operation) =>
          queryClient.invalidateQueries({ queryKey: keys.within(adapter, operation, workspaceId) }),
        ),
      ),
    [adapter, queryClient],
  );
  /** Shows what a write answered, without asking again. */
  const put = useCallback(
    (workspace: Workspace) => {
      const input: InputOf<'workspaces.get'> = { workspaceId: workspace.id };
      queryClient.setQueryData(keys.query(adapter, 'workspaces.get', input), workspace);
    },
    [adapter, queryClient],
  );
  return { own, within, put };
}

import type { GuildhallAdapter, InputOf, OperationName } from '../contract/index.js';

/** The part of a key that says which backend and whose data. */
const scope = (adapter: GuildhallAdapter) => ['guildhall', adapter.id] as const;

type WorkspaceOperation = {
  [N in OperationName]: 'workspaceId' extends keyof InputOf<N> ? N : never;
}[OperationName];

/**
 * The query keys: `['guildhall', adapter id, operation, workspace id or null, input]`, so that everything
 * of a workspace, or one operation whatever its input, can be found by its beginning.
 */
export const keys = {
  all: scope,
  /** One operation in one workspace, whatever the rest of its input. */
  within: (adapter: GuildhallAdapter, operation: WorkspaceOperation, workspaceId: string) =>
    [...scope(adapter), operation, workspaceId] as const,
  /** One operation that is about the viewer rather than a workspace. */
  own: (adapter: GuildhallAdapter, operation: OperationName) => [...scope(adapter), operation, null] as const,
  /** One operation with one input. */
  query: (adapter: GuildhallAdapter, operation: OperationName, input: Readonly<Record<string, unknown>>) => {
    const { workspaceId = null, ...rest } = input;
    return [...scope(adapter), operation, workspaceId, rest] as const;
  },
};

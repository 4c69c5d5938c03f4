import type { InputOf, Workspace } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallPages } from './useGuildhallQuery.js';
import type { PagesResult, QueryOptions } from './useGuildhallQuery.js';

/** The viewer's workspaces by pages: home first, then by name. */
export function useWorkspaces(
  input: Omit<InputOf<'workspaces.list'>, 'cursor'> = {},
  options?: QueryOptions,
): PagesResult<Workspace> {
  const { adapter } = useGuildhall();
  return useGuildhallPages('workspaces.list', adapter.workspaces.list, input, options);
}

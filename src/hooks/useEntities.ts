import type { Entity, InputOf } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { withoutRepeats } from './entityLists.js';
import { useGuildhallPages } from './useGuildhallQuery.js';
import type { PagesResult, QueryOptions } from './useGuildhallQuery.js';
import { useWorkspaceId } from './useWorkspaceId.js';

export interface UseEntitiesInput extends Omit<InputOf<'entities.list'>, 'cursor' | 'workspaceId'> {
  /** @default the provider's */
  workspaceId?: string | undefined;
}

/**
 * What a workspace holds of one kind by pages, latest change first, whoever made it: for your sidebar, or a list of your
 * own. In step with what others do: what is renamed renames where it stands, what is deleted leaves, what is new enters.
 *
 * @example
 * const chats = useEntities({ kind: 'chat' });
 * const rows = chats.data?.pages.flatMap((page) => page.items);
 */
export function useEntities(input: UseEntitiesInput, options?: QueryOptions): PagesResult<Entity> {
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(input.workspaceId);
  return useGuildhallPages(
    'entities.list',
    adapter.entities?.list,
    { ...input, workspaceId },
    { ...options, select: withoutRepeats },
  );
}

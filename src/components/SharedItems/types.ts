import type { Entity, EntityCount, EntityCreator, Sharing, Viewer } from '../../contract/index.js';
import type { ListState } from '../../hooks/useListState.js';

/** What the toolbar asks for. */
export interface ItemFilters {
  readonly search: string;
  /** Who made it; null for anybody. */
  readonly creatorId: string | null;
}

export interface SharedItemsViewProps {
  /** Undefined while it is not known. */
  workspaceName: string | undefined;
  viewer: Viewer | undefined;
  /** The user ids of those who are members now, as far as they are known: who made something and is not among them has left. */
  memberIds: ReadonlySet<string> | null;
  /** By kind, in the order to show them in; undefined while they are not known. */
  counts: readonly EntityCount[] | undefined;
  /** Why they are not known. */
  countsError: unknown;
  onRetryCounts: () => void;
  /** The kind that is shown; null where there is none. */
  kind: string | null;
  onKind: (kind: string) => void;
  list: ListState<Entity>;
  filters: ItemFilters;
  onFilter: (change: Partial<ItemFilters>) => void;
  /** Those that can be chosen as who made it. */
  creators: readonly EntityCreator[];
  canSearch: boolean;
  /** Opens an item in the host; a link is left to the browser where this is undefined. */
  onOpen: ((entity: Entity) => void) | undefined;
  /** Undefined where the adapter cannot. */
  setSharing: ((entity: Entity, sharing: Sharing) => Promise<unknown>) | undefined;
  isOffline: boolean;
}

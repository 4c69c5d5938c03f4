export { SharedItems } from './SharedItems.js';
export type { SharedItemsProps } from './SharedItems.js';
export { SharedItemsView } from './SharedItems.view.js';
export type { SharedItemsLookProps } from './SharedItems.view.js';
export type { ItemFilters, SharedItemsViewProps } from './types.js';

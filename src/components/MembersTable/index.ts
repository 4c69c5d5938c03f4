export { MembersTable } from './MembersTable.js';
export type { MembersTableProps } from './MembersTable.js';
export { MembersTableView } from './MembersTable.view.js';
export type { MembersTableLookProps } from './MembersTable.view.js';
export type { MembersTableMessages } from './messages.js';
export type { ListState } from '../../hooks/useListState.js';
export type { Filters, MembersOperations, MembersTableViewProps } from './types.js';

export { ActivityLog } from './ActivityLog.js';
export type { ActivityLogProps } from './ActivityLog.js';
export { ActivityLogView } from './ActivityLog.view.js';
export type { ActivityLogLookProps, ActivityLogViewProps } from './ActivityLog.view.js';

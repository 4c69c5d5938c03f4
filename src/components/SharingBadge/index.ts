export { SharingBadge } from './SharingBadge.js';
export type { SharingBadgeProps } from './SharingBadge.js';

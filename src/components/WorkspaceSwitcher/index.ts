export { WorkspaceSwitcher } from './WorkspaceSwitcher.js';
export type { WorkspaceSwitcherProps } from './WorkspaceSwitcher.js';
export type { WorkspaceSwitcherLookProps } from './WorkspaceSwitcher.view.js';

export { WorkspaceSwitcher } from './WorkspaceSwitcher.js';
export type { SwitcherShortcut } from './useOpenShortcut.js';
export type { WorkspaceSwitcherProps } from './WorkspaceSwitcher.js';
export type { WorkspaceSwitcherLookProps } from './WorkspaceSwitcher.view.js';

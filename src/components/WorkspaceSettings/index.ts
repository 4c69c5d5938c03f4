export { WorkspaceSettings } from './WorkspaceSettings.js';
export type { WorkspaceSettingsProps } from './WorkspaceSettings.js';
export { WorkspaceSettingsView } from './WorkspaceSettings.view.js';
export type { WorkspaceSettingsLookProps, WorkspaceSettingsViewProps } from './WorkspaceSettings.view.js';
export { SETTINGS_SECTIONS } from './sections.js';
export type { SettingsSection } from './sections.js';

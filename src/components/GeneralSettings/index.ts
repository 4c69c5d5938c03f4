export { GeneralSettings } from './GeneralSettings.js';
export type { GeneralSettingsProps } from './GeneralSettings.js';
export { GeneralSettingsView } from './GeneralSettings.view.js';
export type { GeneralSettingsLookProps, GeneralSettingsViewProps } from './GeneralSettings.view.js';
export type { GeneralActions } from './types.js';
export type { PreparedImage } from './prepareImage.js';

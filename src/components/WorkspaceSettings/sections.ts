import type { GuildhallAdapter, Workspace } from '../../contract/index.js';

/** The sections of the settings, in their order. */
export const SETTINGS_SECTIONS = ['general', 'members', 'activity'] as const;

/** One section of the settings. */
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Whether the adapter has what a section is about; one that it has not is nowhere. */
export function exists(section: SettingsSection, adapter: GuildhallAdapter): boolean {
  return section !== 'activity' || adapter.activity !== undefined;
}

/** The sections to go to. One that is not for this viewer is left out; opened by its address, it says whom to ask. */
export function sectionsFor(adapter: GuildhallAdapter, workspace: Workspace | undefined): SettingsSection[] {
  const mayReadActivity = workspace?.viewer.permissions.includes('activity:read') === true;
  return SETTINGS_SECTIONS.filter((section) => exists(section, adapter) && (section !== 'activity' || mayReadActivity));
}

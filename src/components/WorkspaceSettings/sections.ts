import type { GuildhallAdapter, Permission, Workspace } from '../../contract/index.js';

/** The sections of the settings, in their order. */
export const SETTINGS_SECTIONS = ['general', 'members', 'billing', 'items', 'activity'] as const;

/** One section of the settings. */
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

/** Whether the adapter has what a section is about; one that it has not is nowhere. */
export function exists(section: SettingsSection, adapter: GuildhallAdapter): boolean {
  if (section === 'billing') return adapter.billing !== undefined;
  if (section === 'items') return adapter.entities !== undefined;
  return section !== 'activity' || adapter.activity !== undefined;
}

/** What a section asks of its viewer beside membership. */
const NEEDS: Partial<Record<SettingsSection, Permission>> = { billing: 'billing:manage', activity: 'activity:read' };

/** How many sections the adapter has of which it is not known, before the workspace is there, whether they are for this viewer. */
export function undecided(adapter: GuildhallAdapter): number {
  return SETTINGS_SECTIONS.filter((section) => NEEDS[section] !== undefined && exists(section, adapter)).length;
}

/** The sections to go to. One that is not for this viewer is left out; opened by its address, it says whom to ask. */
export function sectionsFor(
  adapter: GuildhallAdapter,
  workspace: Workspace | undefined,
  /** Whether the host has registered anything that workspaces hold; most have, so it is taken for true until it is known. */
  hasItems: boolean,
): SettingsSection[] {
  const permissions = workspace?.viewer.permissions ?? [];
  return SETTINGS_SECTIONS.filter((section) => {
    if (section === 'items' && !hasItems) return false;
    const needed = NEEDS[section];
    return exists(section, adapter) && (needed === undefined || permissions.includes(needed));
  });
}

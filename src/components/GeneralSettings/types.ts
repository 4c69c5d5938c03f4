import type { Workspace } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import type { generalSettingsMessages } from './GeneralSettings.messages.js';
import type { PreparedImage } from './prepareImage.js';

/** The words of the settings, in the viewer's language. */
export type Words = Translate<(typeof generalSettingsMessages)['messages']>;

/**
 * What can be changed here. Each rejects with why not, and nothing has changed then. What is absent is
 * hidden: the adapter cannot, or the viewer may not.
 */
export interface GeneralActions {
  readonly rename: ((name: string) => Promise<unknown>) | undefined;
  readonly setImage: ((image: PreparedImage) => Promise<unknown>) | undefined;
  readonly removeImage: (() => Promise<unknown>) | undefined;
  readonly leave: (() => Promise<unknown>) | undefined;
  readonly remove: (() => Promise<unknown>) | undefined;
  /** Whether ownership can be handed over in the members' table. */
  readonly canTransfer: boolean;
  readonly onShowMembers: (() => void) | undefined;
}

/** What every part of the settings takes. */
export interface PartProps {
  t: Words;
  explain: (error: unknown) => string;
  workspace: Workspace;
  actions: GeneralActions;
  announce: (sentence: string) => void;
}

import { defineMessages } from '../../i18n/index.js';

/** The words of `SharingBadge`, under `sharing`. */
export const sharingMessages = defineMessages('sharing', {
  private: 'Only this workspace',
  public: 'Anyone with the link',
  privateHint: 'Everybody in this workspace can open it, and nobody else.',
  publicHint: 'Everybody in this workspace can open it, and anybody else who has its link.',
});

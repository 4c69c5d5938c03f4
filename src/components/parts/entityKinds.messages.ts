import { defineMessages } from '../../i18n/index.js';

/** The words around the host's own for what workspaces hold, under `entityKinds`. */
export const entityKindMessages = defineMessages('entityKinds', {
  atLeast: '{number}+',
  unnamed: '{number} × {kind}',
  untitled: 'Untitled',
});

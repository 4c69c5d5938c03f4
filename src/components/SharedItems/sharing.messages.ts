import { defineMessages } from '../../i18n/index.js';

/** The words for changing who can open an item, under `sharedItems`; loaded with the first menu. */
export const itemActionMessages = defineMessages('sharedItems', {
  open: 'Open',
  copyLink: 'Copy link',
  onlyBy: 'Show what {name} has made',
  makePublic: 'Open to anyone with the link…',
  makePrivate: 'Close to all but this workspace…',
  publicTitle: 'Let anyone with the link open “{title}”?',
  publicLead: 'Whoever has its link can open it, also people who are not in {workspace} and nobody has invited.',
  publicStays: 'Everybody in {workspace} can open it, as before.',
  publicUndo: 'You can close it again. Whoever has opened it by then has seen it.',
  keepPrivate: 'Keep it in this workspace',
  confirmPublic: 'Open to anyone with the link',
  privateTitle: 'Close “{title}” to all but {workspace}?',
  privateLead: 'Its link stops working for everybody who is not in {workspace}.',
  privateStays: 'Everybody in {workspace} can open it, as before.',
  keepPublic: 'Keep it open',
  confirmPrivate: 'Close it',
});

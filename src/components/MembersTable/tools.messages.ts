import { defineMessages } from '../../i18n/index.js';

/** The words of exporting and undoing, under `membersTable`; loaded with them. */
export const toolMessages = defineMessages('membersTable', {
  exportCsv: 'Export as CSV',
  exportStop: 'Stop exporting ({done} read)',
  exporting: 'Exporting: {done} of {total} read.',
  exported: { one: '{count} member exported to {file}.', other: '{count} members exported to {file}.' },
  notExported: 'Not exported. {reason}',
  undo: 'Undo',
  notUndone: 'Not undone. {reason}',
});

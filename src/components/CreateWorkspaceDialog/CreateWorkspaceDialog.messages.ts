import { defineMessages } from '../../i18n/index.js';

/** The words of `CreateWorkspaceDialog`, under `createWorkspace`. */
export const createWorkspaceMessages = defineMessages('createWorkspace', {
  title: 'Create a workspace',
  description: 'A place of its own for people who work together.',
  name: 'Name',
  placeholder: 'Your company, team or project',
  whoSees: 'Only you are in it at first. Whoever you invite sees its name and everything in it.',
  empty: 'Give it a name.',
  tooLong: { one: 'That is {count} character; {max} fit.', other: 'That is {count} characters; {max} fit.' },
  oneLine: 'A name is one line of plain text.',
  failed: 'Not created. {reason}',
  create: 'Create workspace',
  cancel: 'Not now',
  close: 'Close',
});

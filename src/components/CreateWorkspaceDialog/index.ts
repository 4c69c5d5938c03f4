export { CreateWorkspaceDialog } from './CreateWorkspaceDialog.js';
export type { CreateWorkspaceDialogProps } from './CreateWorkspaceDialog.js';

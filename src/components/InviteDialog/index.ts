export { InviteDialog } from './InviteDialog.js';
export type { InviteDialogProps } from './InviteDialog.js';
export type { InviteDialogMessages } from './useInviteWords.js';

import { defineMessages } from '../../i18n/index.js';

/** The words of what is asked first, under `membersTable`; loaded with it. */
export const dialogMessages = defineMessages('membersTable', {
  removeTitle: { one: 'Remove {name}?', other: 'Remove {count} people?' },
  removeLead: {
    one: '{name} loses access to {workspace} right away.',
    other: '{names} lose access to {workspace} right away.',
  },
  removeItems: { one: 'What {name} made stays in the workspace.', other: 'What they made stays in the workspace.' },
  removeInvitations: {
    one: 'Unanswered invitations that {name} sent are revoked.',
    other: 'Unanswered invitations that they sent are revoked.',
  },
  removeUndo: {
    one: 'This cannot be undone. To bring {name} back, invite them again.',
    other: 'This cannot be undone. To bring them back, invite them again.',
  },
  keepPerson: { one: 'Keep {name}', other: 'Keep them' },
  removePerson: { one: 'Remove {name}', other: 'Remove {count} people' },
  andOthers: { one: '{count} other', other: '{count} others' },
  revokeTitle: { one: 'Revoke the invitation?', other: 'Revoke {count} invitations?' },
  revokeLead: {
    one: 'The link that {email} got stops working. They are not told.',
    other: 'The links that they got stop working. They are not told.',
  },
  keepInvitation: { one: 'Keep invitation', other: 'Keep invitations' },
  revokeInvitation: { one: 'Revoke invitation', other: 'Revoke {count} invitations' },
  leaveTitle: 'Leave {workspace}?',
  leaveLead: 'You lose access to everything in {workspace} right away.',
  leaveItems: 'What you made stays in the workspace.',
  leaveUndo: 'To come back, somebody has to invite you again.',
  stay: 'Stay',
  leaveConfirm: 'Leave workspace',
  transferTitle: 'Make {name} the owner?',
  transferLead: '{name} becomes an owner of {workspace}, with billing. You become an admin.',
  transferUndo: 'Only an owner can make you an owner again.',
  transferKeep: 'Stay owner',
  transferConfirm: 'Transfer ownership',
});

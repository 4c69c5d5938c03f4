import type { InvitationWords } from '../words.js';

export const en: InvitationWords = {
  subject: ({ inviter, workspace, app }) =>
    inviter === null ? `You are invited to ${workspace} on ${app}` : `${inviter} invites you to ${workspace} on ${app}`,
  title: ({ workspace }) => `Join ${workspace}`,
  body: ({ inviter, workspace, app }) =>
    inviter === null
      ? `You have been invited to work together in ${workspace} on ${app}.`
      : `${inviter} has invited you to work together in ${workspace} on ${app}.`,
  role: {
    owner: 'You will join as an owner: you can manage everything, billing too.',
    admin: 'You will join as an admin: you can invite people and manage members.',
    member: 'You will join as a member.',
  },
  button: 'See the invitation',
  link: 'If the button does not work, open this address:',
  expiry: ({ email, date }) => `The invitation is for ${email} and can be accepted until ${date}.`,
  unexpected: 'If you did not expect it, you can ignore this mail: nothing happens until you accept.',
};

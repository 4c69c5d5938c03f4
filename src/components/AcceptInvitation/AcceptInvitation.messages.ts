import { defineMessages } from '../../i18n/index.js';
import type { Translate } from '../../i18n/index.js';

/** The words of `AcceptInvitation`, under `acceptInvitation`. */
export const acceptInvitationMessages = defineMessages('acceptInvitation', {
  loading: 'Loading the invitation',
  unexpected: 'Not expecting this? You can close this page. Nothing happens until you accept.',

  joinTitle: 'Join {workspace}',
  invitedBy: '{name} invites you to work together.',
  invitedByIn: '{name} invites you to work together in {app}.',
  invited: 'You are invited to work together.',
  invitedIn: 'You are invited to work together in {app}.',
  role: 'Your role',
  canUse: 'You can use',
  canUseAll: 'Everything in {workspace}',
  canUseAllOf: 'Everything in {workspace}: {contents}',
  willSee: 'They will see',
  willSeeYou: 'Your name and email, and what you make there',
  joiningAs: 'Joining as',
  join: 'Join {workspace}',
  decline: 'Decline',
  expires: 'The invitation expires on {date}.',

  signInTitle: 'Sign in to join {workspace}',
  signIn: 'Sign in to accept',
  signInYourself: 'Sign in, then open this link again.',
  sentTo: 'Sent to',

  strangerTitle: 'This invitation is for another account',
  strangerBy: '{name} invited a different address. Switch account to accept; this link keeps working.',
  stranger: 'A different address was invited. Switch account to accept; this link keeps working.',
  workspace: 'Workspace',
  signedInAs: 'Signed in as',
  switchAccount: 'Switch account',
  ask: 'Copy a message for {name}',
  asked: 'Copied. Send it to {name}',
  askText: 'Could you invite {email} to {workspace}? Your invitation went to another of my addresses.',
  leave: 'Stay signed in and leave',
  leaveTo: 'Stay signed in and go to {app}',

  unverifiedTitle: 'Verify your email address first',
  unverified:
    'The invitation to {workspace} is for {email}. Verify that this address is yours, then come back: this link keeps working.',
  verify: 'Verify email address',
  verified: 'I have verified it',

  memberTitle: 'You are in {workspace}',
  member: 'You are a member already. There is nothing to accept.',
  joined: 'You have joined. Everything in it is yours to use.',
  open: 'Open {workspace}',

  fullTitle: '{workspace} is full',
  full: 'All {max} places are taken. Once there is room, this link works again.',
  tryAgain: 'Try again',

  expiredTitle: 'This invitation has expired',
  expired: 'It was valid until {date}. Ask for a new one.',
  revokedTitle: 'This invitation was revoked',
  revoked: 'You cannot join {workspace} with it any more. Ask for a new one if you think that is a mistake.',
  declinedTitle: 'You declined this invitation',
  declined: 'You have not joined {workspace}. If you change your mind, ask for a new one.',
  replacedTitle: 'There is a newer invitation',
  replaced: 'This link stopped working when the invitation was sent again. Open the link in the latest email.',
  acceptedTitle: 'This invitation has been used',
  accepted: 'You are not a member of {workspace} any more. Ask for a new invitation to come back.',

  deadTitle: 'This invitation link does not work',
  dead: 'It may have expired, been revoked, or been replaced by a newer one. Ask whoever invited you for a new link.',
  deadSignIn: 'Sign in to find out more',

  failedTitle: 'The invitation did not load',
});

/** The words of the page, in the viewer's language. */
export type AcceptWords = Translate<(typeof acceptInvitationMessages)['messages']>;

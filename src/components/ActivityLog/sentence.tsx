import type { ReactNode } from 'react';
import type { ActivityEntry, Person, Role } from '../../contract/index.js';
import type { Format, Translate } from '../../i18n/index.js';
import type { KindWords } from '../parts/useKindWords.js';
import type { activityLogMessages } from './ActivityLog.messages.js';

/** The words of the log, in the viewer's language. */
export type Words = Translate<(typeof activityLogMessages)['messages']>;

/** Somebody, in bold; of those who were deleted no name is left. */
const bold = (key: string, name: string) => (
  <b key={key}>
    <bdi>{name}</bdi>
  </b>
);

/** Who did it, where the sentence begins. */
const by = (t: Words, person: Person | null) => bold('actor', person?.name || t('somebody'));

/** To whom it was done, or with whose help. */
const who = (key: string, t: Words, person: Person) => bold(key, person.name || t('someoneWhoLeft'));

/** What was acted on: a name or an address. */
const what = (key: string, text: string) => (
  <bdi key={key} className="gh-activity-object">
    {text}
  </bdi>
);

/** Whose invitation it was, within a sentence. */
const invited = (t: Words, email: string) => what('email', email || t('someoneWhoLeft'));

const as = (t: Words, role: Role): string =>
  t(({ owner: 'anOwner', admin: 'anAdmin', member: 'aMember' } as const)[role]);

/** What happened, as a sentence with the people in bold. */
export function sentenceOf(entry: ActivityEntry, t: Words, format: Format, { titleOf }: KindWords): ReactNode {
  const actor = by(t, entry.actor);
  switch (entry.action) {
    case 'workspace.created':
      return t.parts('workspaceCreated', { actor, name: what('name', entry.name) });
    case 'workspace.renamed':
      return t.parts('workspaceRenamed', { actor, from: what('from', entry.from), to: what('to', entry.to) });
    case 'workspace.image_changed':
      return t.parts('imageChanged', { actor });
    case 'workspace.transferred':
      return t.parts('transferred', { actor, to: who('to', t, entry.to) });
    case 'member.joined':
      return entry.invitedBy === null
        ? t.parts('joined', { actor, role: as(t, entry.role) })
        : t.parts('joinedInvited', { actor, role: as(t, entry.role), inviter: who('inviter', t, entry.invitedBy) });
    case 'member.left':
      return t.parts('left', { actor });
    case 'member.removed':
      return t.parts('removed', { actor, member: who('member', t, entry.member) });
    case 'member.role_changed':
      return t.parts('roleChanged', {
        actor,
        member: who('member', t, entry.member),
        from: as(t, entry.from),
        to: what('to', as(t, entry.to)),
      });
    case 'member.billing_contact_changed':
      return t.parts(entry.billingContact ? 'madeBillingContact' : 'unmadeBillingContact', {
        actor,
        member: who('member', t, entry.member),
      });
    case 'invitation.sent':
      return t.parts('invited', { actor, email: invited(t, entry.email), role: as(t, entry.role) });
    case 'invitation.resent':
      return t.parts('invitedAgain', { actor, email: invited(t, entry.email) });
    case 'invitation.role_changed':
      return t.parts('invitationRoleChanged', {
        actor,
        email: invited(t, entry.email),
        from: as(t, entry.from),
        to: what('to', as(t, entry.to)),
      });
    case 'invitation.revoked':
      return t.parts('invitationRevoked', { actor, email: invited(t, entry.email) });
    case 'invitation.declined':
      return t.parts('invitationDeclined', { email: what('email', entry.email || t('somebody')) });
    case 'billing.plan_changed':
      return planSentence(entry, t);
    case 'billing.seats_changed':
      return t.parts('seatsChanged', {
        actor,
        from: what('from', format.number(entry.from)),
        to: what('to', format.number(entry.to)),
      });
    case 'billing.plan_cancelled':
      return t.parts('planCancelled', { actor, plan: what('plan', entry.plan), date: format.day(entry.endsAt) });
    case 'billing.plan_resumed':
      return t.parts('planResumed', { actor, plan: what('plan', entry.plan) });
    case 'entity.sharing_changed':
      return t.parts(entry.sharing === 'public' ? 'sharingOpened' : 'sharingClosed', {
        actor,
        title: what('title', titleOf(entry)),
      });
  }
}

function planSentence(
  { actor, from, to }: Extract<ActivityEntry, { action: 'billing.plan_changed' }>,
  t: Words,
): ReactNode {
  if (to === null) return t.parts('planEnded', { from: what('from', from ?? '') });
  const chosen = { actor: by(t, actor), to: what('to', to) };
  return from === null
    ? t.parts('planChosen', chosen)
    : t.parts('planChanged', { ...chosen, from: what('from', from) });
}

/** What kind of thing it was about. */
export function kindOf(entry: ActivityEntry, t: Words, { labelOf }: KindWords): string {
  if (entry.action === 'entity.sharing_changed') return labelOf(entry.kind);
  if (entry.action.startsWith('workspace.')) return t('aboutWorkspace');
  if (entry.action.startsWith('billing.')) return t('aboutBilling');
  return t(entry.action.startsWith('member.') ? 'aboutMembers' : 'aboutInvitations');
}

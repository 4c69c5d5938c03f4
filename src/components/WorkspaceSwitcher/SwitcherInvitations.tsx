import { useId } from 'react';
import type { ReceivedInvitation, Role } from '../../contract/index.js';
import type { Format } from '../../i18n/index.js';
import { Avatar, Button } from '../../ui/index.js';
import { useKindWords } from '../parts/useKindWords.js';
import type { WaitingInvitation, WaitingList, Words } from './types.js';

const AS = { owner: 'anOwner', admin: 'anAdmin', member: 'aMember' } as const satisfies Record<Role, string>;

interface SwitcherInvitationsProps {
  t: Words;
  format: Format;
  items: readonly WaitingInvitation[];
  waiting: WaitingList;
  /** Told when one is answered, and its buttons are gone; with the name that it had. */
  onAnswered: () => void;
}

function sentence({ invitedBy, role }: ReceivedInvitation, t: Words): string {
  const as = t(AS[role]);
  return invitedBy?.name ? t('invitesYou', { name: invitedBy.name, role: as }) : t('youAreInvited', { role: as });
}

function Item({
  t,
  format,
  item,
  waiting,
  onAnswered,
}: Omit<SwitcherInvitationsProps, 'items'> & { item: WaitingInvitation }) {
  const { invitation, pending, problem, isDead } = item;
  const { name } = invitation.workspace;
  const contents = useKindWords().contentsOf(invitation.contents);
  const answer = async (how: 'accept' | 'decline') => {
    if (await waiting[how](invitation)) onAnswered();
  };
  const reason = isDead ? problem : null;
  return (
    <li className="gh-switcher-invitation">
      <Avatar kind="workspace" id={invitation.id} name={name} imageUrl={invitation.workspace.imageUrl} />
      <div className="gh-switcher-words">
        <bdi className="gh-switcher-name" title={name}>
          {name}
        </bdi>
        <span className="gh-switcher-note">{sentence(invitation, t)}</span>
        {contents === null ? null : <span className="gh-switcher-note">{t('holds', { contents })}</span>}
        <span className="gh-switcher-note">{t('expires', { when: format.relativeDays(invitation.expiresAt) })}</span>
        <div className="gh-switcher-answers">
          <Button
            size="small"
            variant="accent"
            aria-label={t('acceptOf', { workspace: name })}
            pending={pending === 'accept'}
            reason={reason}
            onClick={() => void answer('accept')}
          >
            {t('accept')}
          </Button>
          <Button
            size="small"
            variant="ghost"
            aria-label={t('declineOf', { workspace: name })}
            pending={pending === 'decline'}
            reason={reason}
            onClick={() => void answer('decline')}
          >
            {t('decline')}
          </Button>
        </div>
        <span role="alert" className="gh-switcher-problem">
          {problem}
        </span>
      </div>
    </li>
  );
}

/** The invitations that wait for the viewer, before their workspaces: buttons, so no part of the listbox. */
export function SwitcherInvitations({ items, ...props }: SwitcherInvitationsProps) {
  const { t, waiting } = props;
  const headingId = useId();
  if (items.length === 0 && waiting.problem === null) return null;
  return (
    <section className="gh-switcher-group" aria-labelledby={headingId}>
      <h3 id={headingId} className="gh-switcher-heading">
        {t('waiting')}
      </h3>
      <ul>
        {items.map((item) => (
          <Item key={item.invitation.id} item={item} {...props} />
        ))}
      </ul>
      {waiting.problem === null ? null : (
        <p className="gh-switcher-failed" role="alert">
          {t('waitingFailed', { reason: waiting.problem })}{' '}
          <Button size="small" onClick={waiting.onRetry}>
            {t('retry')}
          </Button>
        </p>
      )}
      {waiting.hasMore ? (
        <Button size="small" variant="ghost" pending={waiting.isLoadingMore} onClick={waiting.onMore}>
          {t('moreWaiting')}
        </Button>
      ) : null}
    </section>
  );
}

import { Check, CircleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Invitation, Role } from '../../contract/index.js';
import { CopyLink } from './CopyLink.js';
import type { SentInvitation } from './draft.js';
import type { Speech } from './useInviteWords.js';

type SentAs = `sentAs_${Role}`;

interface SentListProps {
  sent: readonly SentInvitation[];
  speech: Speech;
  linkOf: ((invitation: Invitation) => Promise<string>) | undefined;
}

/** The invitations that were sent from here, each with its link. */
export function SentList({ sent, speech, linkOf }: SentListProps) {
  const { t } = speech;
  const said = (
    <span key="sent" className="gh-invite-sent">
      {t('sent')}
    </span>
  );
  return (
    <ul className="gh-invite-list" aria-label={t('sentList')}>
      {sent.map(({ invitation, again }) => {
        const isLost = invitation.delivery === 'failed';
        const words = again
          ? t.parts<'sentAgain', ReactElement>('sentAgain', { sent: said })
          : t.parts<SentAs, ReactElement>(`sentAs_${invitation.role}`, { sent: said });
        return (
          <li key={invitation.id} className="gh-invite-row" data-state={isLost ? 'fix' : 'sent'}>
            {isLost ? (
              <CircleAlert className="gh-invite-icon" aria-hidden="true" />
            ) : (
              <Check className="gh-invite-icon" aria-hidden="true" />
            )}
            <div className="gh-invite-words">
              <span className="gh-invite-email">
                <bdi>{invitation.email}</bdi>
              </span>
              <span className="gh-invite-reason">{isLost ? t('notDelivered') : words}</span>
            </div>
            <div className="gh-invite-actions">
              {linkOf ? <CopyLink invitation={invitation} speech={speech} linkOf={linkOf} /> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

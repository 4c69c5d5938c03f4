import { Clock, Mail, MailX } from 'lucide-react';
import { memo } from 'react';
import type { CSSProperties } from 'react';
import { isExpired } from '../../contract/index.js';
import type { Invitation } from '../../contract/index.js';
import type { Translate } from '../../i18n/index.js';
import { useChanged } from '../../ui/index.js';
import type { RoleWords } from '../parts/role.messages.js';
import { useMembersContext } from './context.js';
import type { invitationMessages } from './invitations.messages.js';
import { shortName } from './names.js';
import { MenuCell, RoleCell, RowCheckbox, SecondLine } from './RowParts.js';
import type { RowWords } from './rows.messages.js';
import type { Feedback } from './types.js';

/** How long before its end an invitation asks for attention, in milliseconds. */
const SOON = 48 * 60 * 60 * 1000;

export interface InvitationRowProps {
  invitation: Invitation;
  index: number;
  /** Where it stands. */
  top: CSSProperties['insetBlockStart'];
  isSelected: boolean;
  /** Absent: rows cannot be selected. */
  onSelect: ((invitation: Invitation) => void) | undefined;
  feedback: Feedback | null;
  /** Milliseconds since the epoch. */
  now: number;
  /** The viewer's user id, where it is known. */
  viewerUserId: string | null;
  words: Translate<(typeof invitationMessages)['messages']>;
  t: RowWords;
  roles: RoleWords;
}

function Expiry({ invitation, now, words }: Pick<InvitationRowProps, 'invitation' | 'now' | 'words'>) {
  const { format } = useMembersContext();
  const { expiresAt } = invitation;
  const when = format.relativeDays(expiresAt);
  const isOver = isExpired(invitation, now);
  const isLost = !isOver && invitation.delivery === 'failed';
  const isSoon = Date.parse(expiresAt) - now <= SOON;
  const Icon = isLost ? MailX : Clock;
  return (
    <span
      className="gh-expiry"
      data-tone={isOver || isLost ? 'error' : isSoon ? 'warning' : undefined}
      title={format.moment(expiresAt)}
    >
      {isLost || isSoon ? <Icon aria-hidden="true" /> : null}
      {isOver ? words('expired', { when }) : isLost ? words('notDelivered') : words('expires', { when })}
    </span>
  );
}

function SentBy({
  invitation,
  viewerUserId,
  words,
}: Pick<InvitationRowProps, 'invitation' | 'viewerUserId' | 'words'>) {
  const { format } = useMembersContext();
  const { invitedBy, createdAt } = invitation;
  const date = format.day(createdAt);
  if (!invitedBy?.name) return words('invitedOn', { date });
  if (invitedBy.userId === viewerUserId) return words('invitedByYou', { date });
  return words('invitedBy', { name: shortName(invitedBy.name), date });
}

/** One unanswered invitation. */
export const InvitationRow = memo(function InvitationRow(props: InvitationRowProps) {
  const { invitation, index, top, isSelected, onSelect, feedback, t, roles } = props;
  const { workspace, operations } = useMembersContext();
  const { email, role } = invitation;
  const changed = useChanged(`${role} ${invitation.sentAt} ${invitation.delivery}`);
  const mayChange = operations.updateInvitation !== undefined && workspace.viewer.assignableRoles.includes(role);
  const hasMenu = mayChange || operations.resend || operations.link || operations.revoke;
  return (
    <div
      role="row"
      className="gh-row gh-grid"
      aria-rowindex={index + 2}
      data-key={invitation.id}
      data-kind="invitation"
      data-selected={isSelected ? '' : undefined}
      data-changed={changed}
      style={{ insetBlockStart: top }}
    >
      <div role="rowheader" className="gh-cell-person">
        {onSelect ? (
          <RowCheckbox
            label={t('select', { name: email })}
            isChecked={isSelected}
            reason={null}
            onToggle={() => onSelect(invitation)}
          />
        ) : null}
        <span className="gh-circle" data-look="dashed" aria-hidden="true">
          <Mail />
        </span>
        <bdi className="gh-row-first" title={email}>
          {email}
        </bdi>
        <SecondLine feedback={feedback}>
          <SentBy {...props} />
        </SecondLine>
      </div>
      <RoleCell
        label={t('roleOf', { name: email })}
        shown={roles(role)}
        subject={{ invitation, isRole: true }}
        isFixed={!mayChange}
      />
      <div role="cell" className="gh-cell-date">
        <Expiry {...props} />
      </div>
      <MenuCell label={t('actionsFor', { name: email })} subject={hasMenu ? { invitation, isRole: false } : null} />
    </div>
  );
});

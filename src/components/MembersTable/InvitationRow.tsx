import { Clock, Mail, MailX } from 'lucide-react';
import { memo } from 'react';
import type { CSSProperties } from 'react';
import { isExpired } from '../../contract/index.js';
import type { Invitation } from '../../contract/index.js';
import type { Format } from '../../i18n/index.js';
import { invitationMenu } from './invitationMenu.js';
import type { MenuContext } from './memberMenu.js';
import { roleOptions, shortName } from './roleOptions.js';
import { MenuCell, RoleCell, RowCheckbox, SecondLine } from './RowParts.js';
import type { Feedback } from './types.js';
import { useChanged } from './useChanged.js';

/** How long before its end an invitation asks for attention, in milliseconds. */
const SOON = 48 * 60 * 60 * 1000;

export interface InvitationRowProps {
  context: MenuContext;
  format: Format;
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
}

function Expiry({
  context: { t },
  format,
  invitation,
  now,
}: Pick<InvitationRowProps, 'context' | 'format' | 'invitation' | 'now'>) {
  const { expiresAt, delivery } = invitation;
  const moment = format.moment(expiresAt);
  if (isExpired(invitation, now)) {
    return (
      <span className="gh-expiry" data-tone="error" title={moment}>
        <Clock aria-hidden="true" />
        {t('expired', { when: format.relativeDays(expiresAt) })}
      </span>
    );
  }
  if (delivery === 'failed') {
    return (
      <span className="gh-expiry" data-tone="error">
        <MailX aria-hidden="true" />
        {t('notDelivered')}
      </span>
    );
  }
  const isSoon = Date.parse(expiresAt) - now <= SOON;
  return (
    <span className="gh-expiry" data-tone={isSoon ? 'warning' : undefined} title={moment}>
      {isSoon ? <Clock aria-hidden="true" /> : null}
      {t('expires', { when: format.relativeDays(expiresAt) })}
    </span>
  );
}

function sentBy({ context: { t }, format, invitation, viewerUserId }: InvitationRowProps): string {
  const date = format.day(invitation.createdAt);
  if (invitation.invitedBy === null) return t('invitedOn', { date });
  if (invitation.invitedBy.userId === viewerUserId) return t('invitedByYou', { date });
  return t('invitedBy', { name: shortName(invitation.invitedBy.name), date });
}

/** One unanswered invitation. */
export const InvitationRow = memo(function InvitationRow(props: InvitationRowProps) {
  const { context, invitation, index, top, isSelected, onSelect, feedback, now } = props;
  const { t, workspace, actions } = context;
  const { email, role } = invitation;
  const { assignableRoles } = workspace.viewer;
  const { changeInvitationRole } = actions;
  const changed = useChanged(`${role} ${invitation.sentAt} ${invitation.delivery}`);
  const mayChange = changeInvitationRole !== undefined && assignableRoles.includes(role);
  const hasMenu = invitationMenu(context, invitation, now).length > 0;
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
        <SecondLine feedback={feedback}>{sentBy(props)}</SecondLine>
      </div>
      <RoleCell
        label={t('roleOf', { name: email })}
        role={role}
        shown={t(role)}
        options={roleOptions(t, assignableRoles)}
        onChange={mayChange ? (next) => changeInvitationRole(invitation, next) : undefined}
        reason={null}
      />
      <div role="cell" className="gh-cell-date">
        <Expiry {...props} />
      </div>
      <MenuCell
        label={t('actionsFor', { name: email })}
        entries={hasMenu ? () => invitationMenu(context, invitation, now) : null}
      />
    </div>
  );
});

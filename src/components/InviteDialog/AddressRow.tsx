import { Check, CircleAlert, Clock, Minus, RotateCw, X } from 'lucide-react';
import { memo } from 'react';
import type { Dispatch } from 'react';
import type { Invitation, Role } from '../../contract/index.js';
import { Button, IconButton, SelectField, VisuallyHidden } from '../../ui/index.js';
import { roleOptions } from '../parts/role.messages.js';
import { CopyLink } from './CopyLink.js';
import type { DraftAction } from './draft.js';
import type { PlannedRow, RowState } from './rowState.js';
import type { Speech } from './useInviteWords.js';

const ICONS = { ready: Check, resend: RotateCw, fix: CircleAlert, waiting: Clock, member: Minus, invited: RotateCw };

interface AddressRowProps {
  planned: PlannedRow;
  speech: Speech;
  roles: readonly Role[];
  dispatch: Dispatch<DraftAction>;
  onRemove: (id: number) => void;
  /** Undefined where the adapter cannot send again. */
  canResend: boolean;
  /** Undefined where the adapter has no links. */
  linkOf: ((invitation: Invitation) => Promise<string>) | undefined;
}

/** What can be done about a row beside taking it away. */
function Actions({ planned, speech, roles, dispatch, canResend, linkOf }: Omit<AddressRowProps, 'onRemove'>) {
  const { row, state, suggestion } = planned;
  const { t } = speech;
  const email = row.text;
  const isInvited = state.kind === 'invited' || state.kind === 'resend';
  const hasRole = state.kind === 'ready' || state.kind === 'waiting' || isRoleWrong(state);
  return (
    <>
      {suggestion === null ? null : (
        <Button
          size="small"
          className="gh-invite-action"
          aria-label={t('useSuggestionFor', { suggestion, email })}
          onClick={() => dispatch({ type: 'suggestion used', id: row.id, suggestion })}
        >
          {t('useSuggestion')}
        </Button>
      )}
      {isInvited && linkOf ? <CopyLink invitation={state.invitation} speech={speech} linkOf={linkOf} /> : null}
      {isInvited && canResend ? (
        <Button
          size="small"
          className="gh-invite-action"
          aria-label={t(row.sendsAgain ? 'doNotSendAgainTo' : 'sendAgainTo', { email })}
          onClick={() => dispatch({ type: 'sends again', id: row.id, sendsAgain: !row.sendsAgain })}
        >
          {t(row.sendsAgain ? 'doNotSendAgain' : 'sendAgain')}
        </Button>
      ) : null}
      {hasRole && roles.length > 0 ? (
        <SelectField
          className="gh-invite-role"
          look="frameless"
          label={t('roleOf', { email })}
          value={row.role}
          shown={speech.roles(row.role)}
          options={roleOptions(roles, speech.roles)}
          onChange={(role) => dispatch({ type: 'row role chosen', id: row.id, role })}
        />
      ) : null}
    </>
  );
}

const isRoleWrong = (state: RowState): boolean => state.kind === 'fix' && state.why === 'above_own_role';

/** One address: what it will be sent as, or why it will not. */
export const AddressRow = memo(function AddressRow({ onRemove, ...props }: AddressRowProps) {
  const { planned, speech } = props;
  const { row, state } = planned;
  const { t } = speech;
  const Icon = ICONS[state.kind];
  const reason = speech.reason(planned);
  const isDoubted = state.kind === 'ready' && (planned.suggestion !== null || state.refusal !== null);
  return (
    <li className="gh-invite-row" data-state={state.kind} data-doubted={isDoubted ? '' : undefined}>
      <Icon className="gh-invite-icon" aria-hidden="true" />
      <div className="gh-invite-words">
        <span className="gh-invite-email">
          <bdi>{row.text}</bdi>
        </span>
        {state.kind === 'ready' && reason === null ? <VisuallyHidden>{t('isReady')}</VisuallyHidden> : null}
        {reason === null ? null : <span className="gh-invite-reason">{reason}</span>}
      </div>
      <div className="gh-invite-actions">
        <Actions {...props} />
      </div>
      <IconButton
        size="small"
        className="gh-invite-remove"
        label={t('remove', { email: row.text })}
        onClick={() => onRemove(row.id)}
      >
        <X aria-hidden="true" />
      </IconButton>
    </li>
  );
});

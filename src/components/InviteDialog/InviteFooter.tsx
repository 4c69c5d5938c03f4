import { Eye, Receipt } from 'lucide-react';
import type { RefObject } from 'react';
import { Button, Notice } from '../../ui/index.js';
import type { InviteWords } from './InviteDialog.messages.js';

interface InviteFooterProps {
  t: InviteWords;
  /** What the invited will see, above the buttons; null where it is said elsewhere. */
  exposure: string | null;
  /** Whether it is not known yet what that is: its room is kept. */
  isExposureAwaited: boolean;
  /** What it would add to the bill; null where nothing, or where that is not known. */
  cost: string | null;
  /** What stopped the sending; null where nothing did. It stays in sight, however long the list is. */
  problem: string | null;
  /** The button that closes. */
  closeButton: RefObject<HTMLButtonElement | null>;
  /** How many invitations would be sent now. */
  sendable: number;
  hasSent: boolean;
  isSending: boolean;
  /** Why nothing can be sent, where that is so. */
  whyNot: string;
  onClose: () => void;
  /** Undefined while there is a field to type into. */
  onMore: (() => void) | undefined;
}

/** The dialog's buttons: one is solid, and says how many invitations it sends. */
export function InviteFooter(props: InviteFooterProps) {
  const { t, exposure, isExposureAwaited, cost, problem, closeButton, whyNot, onClose, onMore } = props;
  const { sendable, hasSent, isSending } = props;
  const hasWork = sendable > 0 || isSending || !hasSent;
  return (
    <>
      {exposure === null ? null : (
        <p className="gh-invite-exposure" style={isExposureAwaited ? { visibility: 'hidden' } : {}}>
          <Eye aria-hidden="true" />
          {exposure}
        </p>
      )}
      {cost === null ? null : (
        <p className="gh-invite-exposure">
          <Receipt aria-hidden="true" />
          <span aria-live="polite">{cost}</span>
        </p>
      )}
      {problem === null ? null : (
        <div className="gh-invite-problem">
          <Notice tone="error">{problem}</Notice>
        </div>
      )}
      {onMore ? (
        <Button variant="ghost" className="gh-invite-more" onClick={onMore}>
          {t('inviteMore')}
        </Button>
      ) : null}
      <Button
        ref={closeButton}
        variant={hasWork ? 'soft' : 'primary'}
        className={hasSent ? undefined : 'gh-invite-cancel'}
        onClick={onClose}
      >
        {t(hasSent ? 'done' : 'cancel')}
      </Button>
      {hasWork ? (
        <Button
          type="submit"
          className="gh-invite-send"
          variant="primary"
          pending={isSending}
          reason={sendable > 0 || isSending ? null : whyNot}
        >
          {sendable > 0 ? t('send', { count: sendable }) : t('sendNone')}
        </Button>
      ) : null}
    </>
  );
}

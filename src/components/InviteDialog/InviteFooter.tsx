import { Button } from '../../ui/index.js';
import type { InviteWords } from './InviteDialog.messages.js';

interface InviteFooterProps {
  t: InviteWords;
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
export function InviteFooter({ t, sendable, hasSent, isSending, whyNot, onClose, onMore }: InviteFooterProps) {
  const hasWork = sendable > 0 || isSending || !hasSent;
  return (
    <>
      {onMore ? (
        <Button variant="ghost" className="gh-invite-more" onClick={onMore}>
          {t('inviteMore')}
        </Button>
      ) : null}
      <Button variant={hasWork ? 'soft' : 'primary'} onClick={onClose}>
        {t(hasSent ? 'done' : 'cancel')}
      </Button>
      {hasWork ? (
        <Button type="submit" variant="primary" pending={isSending} reason={sendable > 0 || isSending ? null : whyNot}>
          {sendable > 0 ? t('send', { count: sendable }) : t('sendNone')}
        </Button>
      ) : null}
    </>
  );
}

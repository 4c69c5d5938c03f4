import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { Invitation } from '../../contract/index.js';
import { CopyButton } from '../../ui/index.js';
import type { Speech } from './useInviteWords.js';

interface CopyLinkProps {
  invitation: Invitation;
  speech: Speech;
  linkOf: (invitation: Invitation) => Promise<string>;
}

/** Asks for the link of an invitation and copies it, and says why where that fails. */
export function CopyLink({ invitation, speech, linkOf }: CopyLinkProps) {
  const { t, explain } = speech;
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <>
      <CopyButton
        variant="ghost"
        size="small"
        className="gh-invite-link"
        aria-label={t('copyLinkFor', { email: invitation.email })}
        copiedLabel={t('linkCopied')}
        value={() => {
          setProblem(null);
          return linkOf(invitation);
        }}
        onFailure={(error) => setProblem(isGuildhallError(error) ? explain(error) : t('copyNotAllowed'))}
      >
        <Link2 aria-hidden="true" />
        {t('copyLink')}
      </CopyButton>
      {problem === null ? null : (
        <span role="alert" className="gh-invite-reason gh-invite-copy-problem">
          {problem}
        </span>
      )}
    </>
  );
}

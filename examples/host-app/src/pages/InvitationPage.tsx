import { useQueryClient } from '@tanstack/react-query';
import { AcceptInvitation } from 'guildhall';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask, sessionQuery } from '../api.js';
import type { Person } from '../api.js';
import { paths } from '../paths.js';
import { Brand } from '../shell/Brand.js';
import { useTitle } from '../shell/useTitle.js';
import { useSignOut } from '../useSession.js';
import { SignInPage } from './SignInPage.js';

/** Where the links of invitations lead, for people who are signed in and for those who are not. */
export function InvitationPage({ person }: { person: Person | null }) {
  useTitle('Invitation');
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const signOut = useSignOut();
  const [isSigningIn, setSigningIn] = useState(false);

  // On the same page, so that there is nothing to come back from.
  if (isSigningIn) return <SignInPage onSignedIn={() => setSigningIn(false)} />;
  return (
    <div className="page-plain">
      <Brand />
      <main className="invitation">
        <AcceptInvitation
          appName="Parley"
          viewerEmail={person?.email}
          onAccepted={(workspace) => navigate(paths.workspace(workspace.id))}
          onSignIn={() => setSigningIn(true)}
          onSwitchAccount={async () => {
            await signOut.mutateAsync();
            setSigningIn(true);
          }}
          // Yours would send a mail. The example takes people's word for it.
          onVerifyEmail={async () => {
            await ask('/session/verification', 'POST', {});
            await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
          }}
          onLeave={() => navigate('/')}
        />
      </main>
    </div>
  );
}

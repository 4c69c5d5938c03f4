import { GuildhallProvider } from 'guildhall';
import { createHttpAdapter } from 'guildhall/adapters/http';
import { isGuildhallError } from 'guildhall/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Redirect, Route, Switch, useLocation, useRoute } from 'wouter';
import { sessionQuery } from './api.js';
import { KINDS, entityKinds } from './kinds.js';
import { InvitationPage } from './pages/InvitationPage.js';
import { Opening } from './pages/Opening.js';
import { SharedPage } from './pages/SharedPage.js';
import { SignInPage } from './pages/SignInPage.js';
import { lastWorkspace } from './remembered.js';
import { Shell } from './shell/Shell.js';
import { useSession } from './useSession.js';
import { useWords } from './useWords.js';

/** All of Parley: what shows is decided by who is signed in and by the address. */
export function App() {
  const person = useSession();
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const [isInWorkspace, params] = useRoute('/w/:workspaceId/*?');
  const workspaceId = person && isInWorkspace ? params.workspaceId : undefined;
  const [lostName, setLostName] = useState<string | null>(null);
  const [overlays, setOverlays] = useState<HTMLElement | null>(null);

  const personId = person?.id;
  const adapter = useMemo(
    () =>
      createHttpAdapter({
        baseUrl: '/api/guildhall',
        viewerKey: personId ?? '',
        // Nobody has nothing to listen to.
        features: { live: personId !== undefined },
      }),
    [personId],
  );

  const kinds = useMemo(() => entityKinds(workspaceId), [workspaceId]);

  const { locale, messages } = useWords();

  if (person === undefined || messages === undefined) return null;
  return (
    <GuildhallProvider
      adapter={adapter}
      workspaceId={workspaceId}
      locale={locale}
      messages={messages}
      entityKinds={kinds}
      portalContainer={overlays}
      onError={(error) => {
        if (isGuildhallError(error, 'unauthenticated'))
          void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      }}
      onWorkspaceLost={(lostId) => {
        if (!person || lostId !== workspaceId) return;
        const last = lastWorkspace.of(person.id);
        setLostName(last?.id === lostId ? last.name : 'that workspace');
        navigate('/');
      }}
    >
      <Switch>
        <Route path="/invitation">
          <InvitationPage person={person} />
        </Route>
        {KINDS.map(({ kind }) => (
          <Route key={kind} path={`/shared/${kind}s/:id`}>
            {({ id }) => <SharedPage kind={kind} id={id} />}
          </Route>
        ))}
        {person === null ? (
          <Route>
            <SignInPage />
          </Route>
        ) : null}
        {person && workspaceId !== undefined ? (
          <Route path="/w/:workspaceId/*?">
            <Shell
              key={workspaceId}
              person={person}
              workspaceId={workspaceId}
              overlays={setOverlays}
              lostName={lostName}
              onLostSeen={() => setLostName(null)}
            />
          </Route>
        ) : null}
        <Route path="/">{person ? <Opening person={person} /> : null}</Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </GuildhallProvider>
  );
}

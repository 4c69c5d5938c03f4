'use client';
import { useEffect, useRef } from 'react';
import { useAnswerInvitation, useInvitationPreview } from '../../hooks/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import { roleMessages } from '../parts/role.messages.js';
import { useKindWords } from '../parts/useKindWords.js';
import { acceptInvitationMessages } from './AcceptInvitation.messages.js';
import { AcceptInvitationView } from './AcceptInvitation.view.js';
import { screenOf } from './screenOf.js';
import type { JoinedWorkspace } from './screenOf.js';
import { useInvitationToken } from './useInvitationToken.js';

/** What the host needs to bring somebody back to this invitation from another page. */
export interface InvitationReturn {
  /** It only finds the invitation: accepting needs the invited, verified address. */
  token: string;
}

export interface AcceptInvitationProps {
  /** @default the one in the address, `#token=…`, which is taken out of it and kept for this tab until it is answered */
  token?: string | undefined;
  /** Told when the viewer has joined, and when they open a workspace that they were in already. Open it in your app. */
  onAccepted: (workspace: JoinedWorkspace) => void;
  /** @default undefined: the page says that it was declined */
  onDeclined?: (() => void) | undefined;
  /**
   * Signs in and comes back to this page: in this tab the invitation is still known then; for another one
   * (a link in a mail) put the token into the address again. A promise that resolves has signed in on the spot.
   */
  onSignIn?: ((back: InvitationReturn) => void | Promise<void>) | undefined;
  /** Signs out and in as somebody else, and comes back, as with `onSignIn`. */
  onSwitchAccount?: ((back: InvitationReturn) => void | Promise<void>) | undefined;
  /** Verifies the viewer's address, and comes back. */
  onVerifyEmail?: ((back: InvitationReturn) => void | Promise<void>) | undefined;
  /** Leaves for the app without an answer. */
  onLeave?: (() => void) | undefined;
  /** Your app, as it is called in sentences. */
  appName?: string | undefined;
  /** The address that the viewer is signed in with, to show it. */
  viewerEmail?: string | undefined;
  /** Other words. @default {} */
  messages?: MessageOverrides<(typeof acceptInvitationMessages)['messages']> | undefined;
}

/** Asks again when somebody else is looking: what a link tells depends on that. */
function useLookAgainFor(viewerEmail: string | undefined, lookAgain: () => void) {
  const before = useRef(viewerEmail);
  useEffect(() => {
    if (before.current === viewerEmail) return;
    before.current = viewerEmail;
    lookAgain();
  }, [viewerEmail, lookAgain]);
}

/**
 * The page that an invitation link leads to, in every state: to be accepted, signed out, another account, an
 * address that is not verified, expired, taken back, used, or a link that leads to nothing.
 *
 * @example
 * <AcceptInvitation
 *   appName="Parley"
 *   viewerEmail={user?.email}
 *   onAccepted={(workspace) => navigate(`/w/${workspace.id}`)}
 *   onSignIn={() => navigate('/sign-in?next=/invitation')}
 * />
 */
export function AcceptInvitation(props: AcceptInvitationProps) {
  const { onAccepted, onDeclined, appName, viewerEmail, onLeave } = props;
  const { adapter, format } = useGuildhall();
  const t = useMessages(acceptInvitationMessages, props.messages);
  const roles = useMessages(roleMessages);
  const explain = useExplain();
  const { contentsOf } = useKindWords();
  const { token, forget } = useInvitationToken(props.token);
  const { data: preview, error: previewError, isFetching, refetch } = useInvitationPreview(token ?? null);
  const { accept, decline } = useAnswerInvitation();
  useLookAgainFor(viewerEmail, refetch);

  const joined = accept.data && { id: accept.data.id, name: accept.data.name };
  const screen = screenOf({ token, preview, previewError, joined, answerError: accept.error ?? decline.error });
  const invitationId = preview?.invitationId;

  const answer = async (how: 'accept' | 'decline') => {
    if (invitationId === undefined) return;
    accept.reset();
    decline.reset();
    try {
      if (how === 'accept') {
        const { id, name } = await accept.mutateAsync({ invitationId });
        onAccepted({ id, name });
      } else {
        await decline.mutateAsync({ invitationId });
        onDeclined?.();
      }
      forget();
    } finally {
      // Whatever came of it, the link tells what it is now.
      void refetch();
    }
  };
  const goAndComeBack = (go: AcceptInvitationProps['onSignIn']) =>
    go && token ? () => void Promise.resolve(go({ token })).then(() => refetch()) : undefined;

  return (
    <AcceptInvitationView
      screen={screen}
      t={t}
      roles={roles}
      format={format}
      explain={explain}
      contentsOf={contentsOf}
      appName={appName}
      viewerEmail={viewerEmail}
      answering={accept.isPending ? 'accept' : decline.isPending ? 'decline' : null}
      isLooking={isFetching}
      onAccept={() => void answer('accept').catch(() => undefined)}
      onDecline={adapter.invitations?.decline && (() => void answer('decline').catch(() => undefined))}
      onLookAgain={() => void refetch()}
      onOpen={() => {
        if (screen.kind !== 'member') return;
        forget();
        onAccepted(screen.workspace);
      }}
      onSignIn={goAndComeBack(props.onSignIn)}
      onSwitchAccount={goAndComeBack(props.onSwitchAccount)}
      onVerifyEmail={goAndComeBack(props.onVerifyEmail)}
      onLeave={onLeave}
    />
  );
}

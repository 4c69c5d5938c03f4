import type { ReactNode } from 'react';
import type { InvitationPreview } from '../../contract/index.js';
import type { Format } from '../../i18n/index.js';
import { Avatar, Button, CopyButton, Notice } from '../../ui/index.js';
import type { RoleWords } from '../parts/role.messages.js';
import type { KindWords } from '../parts/useKindWords.js';
import type { AcceptWords } from './AcceptInvitation.messages.js';
import { Card } from './Card.js';
import type { Fact } from './Card.js';
import type { Screen } from './screenOf.js';

/** What the screens say, and whom they tell what was pressed. What is undefined is not offered. */
export interface ScreenTools {
  readonly t: AcceptWords;
  readonly roles: RoleWords;
  readonly format: Format;
  readonly explain: (error: unknown) => string;
  /** What a workspace holds, in words; null where that is nothing. */
  readonly contentsOf: KindWords['contentsOf'];
  readonly appName: string | undefined;
  readonly viewerEmail: string | undefined;
  /** Which answer is under way. */
  readonly answering: 'accept' | 'decline' | null;
  /** Whether the link is being asked about again. */
  readonly isLooking: boolean;
  readonly onAccept: () => void;
  readonly onDecline: (() => void) | undefined;
  readonly onLookAgain: () => void;
  readonly onOpen: () => void;
  readonly onSignIn: (() => void) | undefined;
  readonly onSwitchAccount: (() => void) | undefined;
  readonly onVerifyEmail: (() => void) | undefined;
  readonly onLeave: (() => void) | undefined;
}

type Of<K extends Screen['kind']> = Extract<Screen, { kind: K }>;
interface ScreenProps<K extends Screen['kind']> {
  screen: Of<K>;
  tools: ScreenTools;
}

function invitationText({ invitedBy }: InvitationPreview, { t, appName: app }: ScreenTools): ReactNode {
  if (!invitedBy?.name) return app === undefined ? t('invited') : t('invitedIn', { app });
  const name = <bdi key="name">{invitedBy.name}</bdi>;
  return app === undefined ? t.parts('invitedBy', { name }) : t.parts('invitedByIn', { name, app });
}

function Account({ email }: { email: string }) {
  return (
    <span className="gh-accept-account">
      <Avatar id={email} name={email} size={24} />
      <bdi>{email}</bdi>
    </span>
  );
}

const fact = (key: string, label: string, value: ReactNode): Fact => ({ key, label, value });

/** Signed in as the invited: everything there is to know before saying yes. */
export function Pending({ screen: { kind, preview, problem }, tools }: ScreenProps<'pending'>) {
  const { t, roles, format, explain, answering } = tools;
  const { workspace, role, email, expiresAt } = preview;
  const contents = tools.contentsOf(preview.contents);
  const everything =
    contents === null
      ? t('canUseAll', { workspace: workspace.name })
      : t('canUseAllOf', { workspace: workspace.name, contents });
  return (
    <Card
      kind={kind}
      workspace={workspace}
      title={t('joinTitle', { workspace: workspace.name })}
      text={invitationText(preview, tools)}
      facts={[
        fact('role', t('role'), roles(role)),
        fact('canUse', t('canUse'), everything),
        fact('willSee', t('willSee'), t('willSeeYou')),
        fact('joiningAs', t('joiningAs'), <Account email={email} />),
      ]}
      footnote={t('expires', { date: format.day(expiresAt) })}
    >
      {problem === null ? null : <Notice tone="error">{explain(problem)}</Notice>}
      <Button variant="primary" pending={answering === 'accept'} onClick={tools.onAccept}>
        {t('join', { workspace: workspace.name })}
      </Button>
      {tools.onDecline ? (
        <Button pending={answering === 'decline'} onClick={tools.onDecline}>
          {t('decline')}
        </Button>
      ) : null}
    </Card>
  );
}

/** Nobody is signed in: the address is masked, and everything else waits for the sign-in. */
export function SignedOut({ screen: { kind, preview }, tools }: ScreenProps<'signed_out'>) {
  const { t, roles, format, onSignIn } = tools;
  const { workspace, role, email, expiresAt } = preview;
  return (
    <Card
      kind={kind}
      workspace={workspace}
      title={t('signInTitle', { workspace: workspace.name })}
      text={invitationText(preview, tools)}
      facts={[
        fact('role', t('role'), roles(role)),
        fact('canUse', t('canUse'), t('canUseAll', { workspace: workspace.name })),
        fact('sentTo', t('sentTo'), <bdi>{email}</bdi>),
      ]}
      footnote={onSignIn ? t('expires', { date: format.day(expiresAt) }) : t('signInYourself')}
    >
      {onSignIn ? (
        <Button variant="primary" onClick={onSignIn}>
          {t('signIn')}
        </Button>
      ) : null}
    </Card>
  );
}

/** Signed in as somebody else: switch, ask, or leave. */
export function Stranger({ screen: { kind, preview }, tools }: ScreenProps<'stranger'>) {
  const { t, appName, viewerEmail, onSwitchAccount, onLeave } = tools;
  const { workspace, email, invitedBy } = preview;
  const name = invitedBy?.name;
  return (
    <Card
      kind={kind}
      workspace={workspace}
      title={t('strangerTitle')}
      text={!name ? t('stranger') : t.parts('strangerBy', { name: <bdi key="name">{name}</bdi> })}
      facts={[
        fact('workspace', t('workspace'), <bdi>{workspace.name}</bdi>),
        fact('sentTo', t('sentTo'), <bdi>{email}</bdi>),
        ...(viewerEmail === undefined ? [] : [fact('signedInAs', t('signedInAs'), <Account email={viewerEmail} />)]),
      ]}
    >
      {onSwitchAccount ? (
        <Button variant="primary" onClick={onSwitchAccount}>
          {t('switchAccount')}
        </Button>
      ) : null}
      {name !== undefined && viewerEmail !== undefined ? (
        <CopyButton
          value={t('askText', { email: viewerEmail, workspace: workspace.name })}
          copiedLabel={t('asked', { name })}
        >
          {t('ask', { name })}
        </CopyButton>
      ) : null}
      {onLeave ? (
        <Button variant="ghost" onClick={onLeave}>
          {appName === undefined ? t('leave') : t('leaveTo', { app: appName })}
        </Button>
      ) : null}
    </Card>
  );
}

/** The invited address, which the host has not verified yet. */
export function Unverified({ screen: { kind, preview }, tools }: ScreenProps<'unverified'>) {
  const { t, onVerifyEmail, onLookAgain, isLooking } = tools;
  const { workspace, email } = preview;
  return (
    <Card
      kind={kind}
      workspace={workspace}
      title={t('unverifiedTitle')}
      text={t.parts('unverified', {
        workspace: <bdi key="workspace">{workspace.name}</bdi>,
        email: <bdi key="email">{email}</bdi>,
      })}
    >
      {onVerifyEmail ? (
        <Button variant="primary" onClick={onVerifyEmail}>
          {t('verify')}
        </Button>
      ) : null}
      <Button variant={onVerifyEmail ? 'soft' : 'primary'} pending={isLooking} onClick={onLookAgain}>
        {t('verified')}
      </Button>
    </Card>
  );
}

import { Button } from '../../ui/index.js';
import { Card } from './Card.js';
import type { Screen } from './screenOf.js';
import type { ScreenTools } from './screens.js';

interface EndingProps<K extends Screen['kind']> {
  screen: Extract<Screen, { kind: K }>;
  tools: ScreenTools;
}

/** In the workspace, since now or before. */
export function Member({ screen: { kind, workspace, hasJustJoined }, tools: { t, onOpen } }: EndingProps<'member'>) {
  return (
    <Card
      kind={kind}
      workspace={workspace}
      title={t('memberTitle', { workspace: workspace.name })}
      text={t(hasJustJoined ? 'joined' : 'member')}
    >
      <Button variant="primary" onClick={onOpen}>
        {t('open', { workspace: workspace.name })}
      </Button>
    </Card>
  );
}

/** No place is left. */
export function Full({ screen: { kind, preview, max }, tools: { t, onAccept, answering } }: EndingProps<'full'>) {
  const workspace = preview.workspace.name;
  return (
    <Card kind={kind} workspace={preview.workspace} title={t('fullTitle', { workspace })} text={t('full', { max })}>
      <Button variant="primary" pending={answering === 'accept'} onClick={onAccept}>
        {t('tryAgain')}
      </Button>
    </Card>
  );
}

/** Answered or ended: what became of it, and what can be done. */
export function Settled({ screen: { preview, state }, tools }: EndingProps<'settled'>) {
  const { t, format, appName, onLeave } = tools;
  const workspace = preview.workspace.name;
  const texts = {
    accepted: t('accepted', { workspace }),
    declined: t('declined', { workspace }),
    revoked: t('revoked', { workspace }),
    expired: t('expired', { date: format.day(preview.expiresAt) }),
    replaced: t('replaced'),
  };
  return (
    <Card kind={state} workspace={preview.workspace} title={t(`${state}Title`)} text={texts[state]}>
      {onLeave ? (
        <Button onClick={onLeave}>{appName === undefined ? t('leave') : t('leaveTo', { app: appName })}</Button>
      ) : null}
    </Card>
  );
}

/** A link that leads to nothing: the same words whatever the reason, so that they tell a stranger nothing. */
export function Dead({ screen: { kind }, tools }: EndingProps<'loading' | 'dead'>) {
  const { t, viewerEmail, onSignIn } = tools;
  return (
    <Card kind={kind} title={t('deadTitle')} text={t('dead')}>
      {onSignIn && viewerEmail === undefined ? <Button onClick={onSignIn}>{t('deadSignIn')}</Button> : null}
    </Card>
  );
}

/** It could not be asked for. */
export function Failed({ screen: { kind, problem }, tools }: EndingProps<'failed'>) {
  const { t, explain, isLooking, onLookAgain } = tools;
  return (
    <Card kind={kind} title={t('failedTitle')} text={explain(problem)}>
      <Button variant="primary" pending={isLooking} onClick={onLookAgain}>
        {t('tryAgain')}
      </Button>
    </Card>
  );
}

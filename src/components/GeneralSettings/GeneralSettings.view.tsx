import { lazy, Suspense, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { refuseLeaving } from '../../contract/index.js';
import type { Workspace } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, classNames, ListError, RetryNotice, useAnnouncer, useDelayed } from '../../ui/index.js';
import { errorOf } from '../MembersTable/refusals.js';
import { ScreenDescription } from '../parts/ScreenDescription.js';
import type { GeneralQuestion } from './GeneralDialogs.js';
import { GeneralSkeleton } from './GeneralSkeleton.js';
import { generalSettingsMessages } from './GeneralSettings.messages.js';
import { NameField } from './NameField.js';
import { PictureField } from './PictureField.js';
import type { GeneralActions, PartProps } from './types.js';

const GeneralDialog = lazy(() => import('./GeneralDialogs.js').then((loaded) => ({ default: loaded.GeneralDialog })));

/** What the settings take beside their data. */
export interface GeneralSettingsLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof generalSettingsMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface GeneralSettingsViewProps extends GeneralSettingsLookProps {
  /** Undefined while it is not known. */
  workspace: Workspace | undefined;
  /** What went wrong, at first or since. */
  error: unknown;
  isRetrying: boolean;
  onRetry: () => void;
  actions: GeneralActions;
  /** Null where the viewer may change name and picture; else who may, as far as they are known. */
  whoToAsk: readonly string[] | null;
}

function Section({ heading, text, children }: { heading: string; text: string; children?: ReactNode }) {
  return (
    <section className="gh-general-section">
      <div>
        <h3>{heading}</h3>
        <p>{text}</p>
      </div>
      {children}
    </section>
  );
}

function Leaving({ t, explain, workspace, onAsk }: PartProps & { onAsk: () => void }) {
  const { viewer, ownerCount, memberCount } = workspace;
  const refusal = refuseLeaving(viewer, ownerCount);
  if (memberCount === 1) return null;
  const reason = refusal && explain(errorOf(refusal));
  return (
    <Section heading={t('leaveHeading')} text={reason ?? t('leaveText')}>
      <Button reason={reason} onClick={onAsk}>
        {t('leave')}
      </Button>
    </Section>
  );
}

function Parts(props: PartProps & { onAsk: (question: GeneralQuestion) => void }) {
  const { t, workspace, actions, onAsk } = props;
  const { onShowMembers } = actions;
  return (
    <>
      <div className="gh-general-identity">
        <PictureField {...props} />
        <NameField {...props} />
      </div>
      {actions.canTransfer && workspace.memberCount > 1 ? (
        <Section heading={t('transferHeading')} text={t('transferText')}>
          {onShowMembers ? <Button onClick={onShowMembers}>{t('toMembers')}</Button> : null}
        </Section>
      ) : null}
      {actions.leave ? <Leaving {...props} onAsk={() => onAsk('leave')} /> : null}
      {actions.remove ? (
        <Section
          heading={t('deleteHeading')}
          text={workspace.isHome ? t('homeText') : t('deleteText', { count: workspace.memberCount })}
        >
          {workspace.isHome ? null : (
            <Button destructive onClick={() => onAsk('delete')}>
              {t('delete')}
            </Button>
          )}
        </Section>
      ) : null}
    </>
  );
}

/**
 * Name, picture, leaving and deleting of a workspace, from props alone. Words and language come from the provider.
 *
 * @example <GeneralSettingsView workspace={workspace} actions={actions} … />
 */
export function GeneralSettingsView(props: GeneralSettingsViewProps) {
  const { workspace, error, actions, whoToAsk } = props;
  const t = useMessages(generalSettingsMessages, props.messages);
  const explain = useExplain();
  const { format, direction, locale } = useGuildhall();
  const { announce, region } = useAnnouncer();
  const [question, setQuestion] = useState<GeneralQuestion | null>(null);
  const isLoading = workspace === undefined && error === null;
  const showsSkeleton = useDelayed(isLoading, 200);
  const hasNames = whoToAsk !== null && whoToAsk.length > 0;
  return (
    <section
      className={classNames('gh-root gh-general', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-label={t('title')}
      aria-busy={isLoading}
    >
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <ScreenDescription workspaceName={workspace?.name} of={(name) => t('description', { workspace: name })} />
        {workspace && whoToAsk !== null ? (
          <p className="gh-general-reason">
            {hasNames ? t('readOnly', { names: format.anyOf(whoToAsk) }) : t('readOnlyShort')}
          </p>
        ) : null}
        {workspace && error !== null ? (
          <RetryNotice retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
            {t('outdated', { reason: explain(error) })}
          </RetryNotice>
        ) : null}
        {workspace ? <Parts {...{ t, explain, workspace, actions, announce }} onAsk={setQuestion} /> : null}
        {workspace === undefined && error !== null ? (
          <ListError title={t('failed')} retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
            {explain(error)}
          </ListError>
        ) : null}
        {showsSkeleton ? <GeneralSkeleton /> : null}
        {region}
        {workspace && question ? (
          <Suspense fallback={null}>
            <GeneralDialog {...{ t, explain, workspace, actions, question }} onClose={() => setQuestion(null)} />
          </Suspense>
        ) : null}
      </div>
    </section>
  );
}

'use client';
import type { CSSProperties } from 'react';
import type { Member, Workspace } from '../../contract/index.js';
import { useMembers, useWorkspace } from '../../hooks/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import type { MessageOverrides, Translate } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import { Avatar, classNames, Link, ListError, useDelayed } from '../../ui/index.js';
import { retryFailed } from '../parts/retryFailed.js';
import { Section } from '../parts/Section.js';
import { SkeletonLine } from '../parts/SkeletonRest.js';
import { billingForbiddenMessages } from './BillingForbidden.messages.js';

export interface BillingForbiddenProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof billingForbiddenMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

type Words = Translate<(typeof billingForbiddenMessages)['messages']>;

/** Names stand in sentences by their first word, as people call each other. */
const firstName = (name: string) => name.split(/\s/u)[0] ?? name;

function Keeper({ member, workspace, t }: { member: Member; workspace: Workspace; t: Words }) {
  const { name, email } = member;
  const subject = encodeURIComponent(t('subject', { workspace: workspace.name }));
  return (
    <li className="gh-keeper">
      <Avatar id={member.userId} name={name} imageUrl={member.imageUrl} size={40} />
      <span className="gh-keeper-words">
        <bdi className="gh-keeper-name">{name}</bdi>
        <small>
          <span>{t(member.role === 'owner' ? 'owner' : 'contact')}</span>
          <span>{email}</span>
        </small>
      </span>
      <Link
        className="gh-keeper-ask gh-button"
        data-variant="soft"
        data-size="medium"
        href={`mailto:${email}?subject=${subject}`}
      >
        {t('ask', { name: firstName(name) })}
      </Link>
    </li>
  );
}

/** Two who are on their way, at their final height. Nothing to assistive technology. */
const SKELETON = (
  <ul className="gh-keepers" aria-hidden="true">
    {[112, 144].map((width) => (
      <li key={width} className="gh-keeper">
        <span className="gh-avatar" style={{ inlineSize: 40, blockSize: 40 }} />
        <span className="gh-keeper-words">
          <SkeletonLine width={width} />
          <SkeletonLine width={width + 48} />
        </span>
        <span className="gh-keeper-ask gh-skeleton-button" style={{ inlineSize: 96 }} />
      </li>
    ))}
  </ul>
);

/** The workspace and who looks after its billing, or what keeps them away. */
function useKeepers(workspaceId: string) {
  const workspace = useWorkspace(workspaceId);
  const people = useMembers({ workspaceId, permission: 'billing:manage', sort: 'role' });
  const keepers = people.data?.pages[0]?.items;
  const isKnown = workspace.data !== undefined && keepers !== undefined;
  return {
    workspace: workspace.data,
    keepers,
    error: isKnown ? null : (workspace.error ?? people.error),
    isRetrying: workspace.isFetching || people.isFetching,
    retry: () => retryFailed(workspace, people),
  };
}

/**
 * What somebody sees who opens a workspace's billing and may not: whom to ask, by name. No price, no card.
 *
 * @example <BillingForbidden />
 */
export function BillingForbidden({ workspaceId: given, ...props }: BillingForbiddenProps) {
  const t = useMessages(billingForbiddenMessages, props.messages);
  const explain = useExplain();
  const { direction, locale } = useGuildhall();
  const { workspace, keepers, error, isRetrying, retry } = useKeepers(useWorkspaceId(given));
  const isLoading = error === null && (workspace === undefined || keepers === undefined);
  const showsSkeleton = useDelayed(isLoading, 200);
  const plan = workspace?.plan;
  return (
    <section
      className={classNames('gh-root gh-forbidden', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-label={t('title')}
      aria-busy={isLoading}
    >
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <p className="gh-description">
          {workspace && plan ? t('onPlan', { workspace: workspace.name, plan: plan.name }) : '\u00a0'}
        </p>
        <Section heading={t('heading')} description={t('description')}>
          {error === null ? null : (
            <ListError title={t('failed')} retryLabel={t('retry')} onRetry={retry} pending={isRetrying}>
              {explain(error)}
            </ListError>
          )}
          {workspace && keepers ? (
            <ul className="gh-keepers">
              {keepers.map((member) => (
                <Keeper key={member.id} member={member} workspace={workspace} t={t} />
              ))}
            </ul>
          ) : null}
          {showsSkeleton ? SKELETON : null}
          {isLoading && !showsSkeleton ? null : <p className="gh-forbidden-note">{t('include')}</p>}
        </Section>
      </div>
    </section>
  );
}

'use client';
import type { CSSProperties } from 'react';
import type { Member, Workspace } from '../../contract/index.js';
import { useWhoToAsk, useWorkspace } from '../../hooks/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import type { MessageOverrides, Translate } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import { Avatar, classNames, Link, SkeletonRows, useDelayed } from '../../ui/index.js';
import { Section } from '../parts/Section.js';
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
      <span>
        <bdi className="gh-keeper-name">{name}</bdi>
        <small>
          <span>{t(member.role === 'owner' ? 'owner' : 'contact')}</span>
          <span>{email}</span>
        </small>
      </span>
      <Link className="gh-button" data-variant="soft" data-size="medium" href={`mailto:${email}?subject=${subject}`}>
        {t('ask', { name: firstName(name) })}
      </Link>
    </li>
  );
}

/**
 * What somebody sees who opens a workspace's billing and may not: whom to ask, by name. No price, no card.
 *
 * @example <BillingForbidden />
 */
export function BillingForbidden({ workspaceId: given, ...props }: BillingForbiddenProps) {
  const t = useMessages(billingForbiddenMessages, props.messages);
  const { direction, locale } = useGuildhall();
  const workspaceId = useWorkspaceId(given);
  const { data: workspace } = useWorkspace(workspaceId);
  const keepers = useWhoToAsk('billing:manage', workspaceId);
  const isLoading = workspace === undefined || keepers.length === 0;
  const showsSkeleton = useDelayed(isLoading, 200);
  const plan = workspace?.plan;
  return (
    <section
      className={classNames('gh-root gh-forbidden', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-label={t('title')}
    >
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <p className="gh-description">
          {workspace && plan ? t('onPlan', { workspace: workspace.name, plan: plan.name }) : '\u00a0'}
        </p>
        <Section heading={t('heading')} description={t('description')}>
          <ul className="gh-keepers">
            {workspace
              ? keepers.map((member) => <Keeper key={member.id} member={member} workspace={workspace} t={t} />)
              : null}
          </ul>
          {showsSkeleton ? <SkeletonRows count={2} columns={0} /> : null}
          <p className="gh-forbidden-note">{t('include')}</p>
        </Section>
      </div>
    </section>
  );
}

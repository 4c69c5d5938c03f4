import { useState } from 'react';
import type { CSSProperties } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { Member } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, classNames, ListError, Notice, onDemand, useAnnouncer, useDelayed } from '../../ui/index.js';
import { Section } from '../parts/Section.js';
import { SkeletonRest } from '../parts/SkeletonRest.js';
import { useFocusKept } from '../parts/useFocusKept.js';
import { billingContactsMessages } from './BillingContacts.messages.js';
import { ContactChip } from './ContactChip.js';

const AddContactDialog = onDemand(() => import('./AddContactDialog.js').then((module) => module.AddContactDialog));

/** What the list takes beside its data. */
export interface BillingContactsLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof billingContactsMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface BillingContactsViewProps extends BillingContactsLookProps {
  workspaceId: string;
  /** Owners first; undefined while they are not known. */
  people: readonly Member[] | undefined;
  /** What went wrong. */
  error: unknown;
  isRetrying: boolean;
  onRetry: () => void;
  viewerMemberId: string | undefined;
  /** Makes somebody a billing contact, or no longer one. Absent where this viewer cannot: owners alone choose. */
  onChange: ((member: Member, billingContact: boolean) => Promise<unknown>) | undefined;
}

type Part = BillingContactsViewProps & {
  people: readonly Member[];
  onSet: (member: Member, billingContact: boolean) => Promise<void>;
};

function People({ people, viewerMemberId, onChange, onSet, ...props }: Part) {
  const t = useMessages(billingContactsMessages, props.messages);
  return (
    <ul className="gh-contacts-list" aria-label={t('heading')}>
      {people.map((member) => (
        <ContactChip
          key={member.id}
          member={member}
          t={t}
          isViewer={member.id === viewerMemberId}
          onRemove={onChange && member.role !== 'owner' ? () => void onSet(member, false) : undefined}
        />
      ))}
    </ul>
  );
}

/**
 * Who sees a workspace's billing, from props alone. Words and language come from the provider.
 *
 * @example <BillingContactsView workspaceId={id} people={people} onChange={change} … />
 */
export function BillingContactsView(props: BillingContactsViewProps) {
  const { people, error, onChange } = props;
  const t = useMessages(billingContactsMessages, props.messages);
  const explain = useExplain();
  const { direction, locale } = useGuildhall();
  const focus = useFocusKept('.gh-section-actions > .gh-button');
  const { announce, region } = useAnnouncer();
  const [problem, setProblem] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const isLoading = people === undefined && error === null;
  const showsSkeleton = useDelayed(isLoading, 200);
  // Another try would be answered in the same way.
  const isForbidden = people === undefined && isGuildhallError(error, 'forbidden');
  const set = async (member: Member, billingContact: boolean) => {
    const { name } = member;
    setProblem(null);
    setAdding(false);
    try {
      await onChange?.(member, billingContact);
      announce(t(billingContact ? 'added' : 'removed', { name }));
    } catch (failure) {
      setProblem(t('failed', { name, reason: explain(failure) }));
    }
  };
  return (
    <div
      className={classNames('gh-root gh-contacts', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-busy={isLoading}
      {...focus}
    >
      <Section
        heading={t('heading')}
        description={t('description')}
        actions={
          onChange ? (
            <Button aria-label={t('add')} onClick={() => setAdding(true)}>
              {t('addShort')}
            </Button>
          ) : null
        }
      >
        {isForbidden ? (
          <Notice>{explain(error)}</Notice>
        ) : people === undefined && error !== null ? (
          <ListError title={t('listFailed')} retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
            {explain(error)}
          </ListError>
        ) : people === undefined ? (
          <div style={showsSkeleton ? {} : { visibility: 'hidden' }}>
            <SkeletonRest kind="readers" pieces={1} />
          </div>
        ) : (
          <People {...props} people={people} onSet={set} />
        )}
        {problem === null ? null : <Notice tone="error">{problem}</Notice>}
        {region}
      </Section>
      {isAdding ? (
        <AddContactDialog
          workspaceId={props.workspaceId}
          t={t}
          onChoose={(member) => void set(member, true)}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </div>
  );
}

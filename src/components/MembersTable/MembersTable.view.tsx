import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Invitation, Member } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, Notice, SkeletonRows, classNames, useDelayed } from '../../ui/index.js';
import { InvitationsGroup } from './InvitationsGroup.js';
import type { MenuContext } from './memberMenu.js';
import { MembersBar } from './MembersBar.js';
import { MembersGroup, MembersHead } from './MembersGroup.js';
import { Failed, NoMatches, OnlyYou } from './Messages.js';
import { membersTableMessages } from './MembersTable.messages.js';
import { isViewer } from './refusals.js';
import type { Words } from './roleOptions.js';
import type { MembersTableViewProps, Question } from './types.js';
import { useSelection } from './useSelection.js';

const MembersDialog = lazy(async () => ({ default: (await import('./MembersDialog.js')).MembersDialog }));

/** What the view takes beside its data: the styling hooks that every component has. */
export interface MembersTableLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof membersTableMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: React.CSSProperties | undefined;
}

const NONE: readonly never[] = [];

function Header({
  t,
  ...props
}: Pick<MembersTableViewProps, 'workspace' | 'actions'> & { t: Words; isAlone: boolean }) {
  const { workspace, actions, isAlone } = props;
  const { invite } = actions;
  return (
    <header className="gh-header">
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <p className="gh-description">{workspace ? t('description', { workspace: workspace.name }) : '\u00a0'}</p>
      </div>
      {invite && !isAlone ? (
        <Button variant="primary" onClick={() => invite('')}>
          {t('invite')}
        </Button>
      ) : null}
    </header>
  );
}

/** The question that is open, and how it is asked. */
function useQuestion(root: React.RefObject<HTMLElement | null>) {
  const [question, setQuestion] = useState<Question | null>(null);
  const opener = useRef<Element | null>(null);
  const ask = useCallback((asked: Question) => {
    opener.current = document.activeElement;
    setQuestion(asked);
  }, []);
  /** Back to where it was asked; where that is gone, to the table. */
  const returnFocus = () => {
    const from = opener.current;
    return from instanceof HTMLElement && from.isConnected && from !== document.body ? from : root.current;
  };
  return { question, ask, close: () => setQuestion(null), returnFocus };
}

/**
 * The members and invitations of a workspace, from props alone. Words and language come from the provider.
 *
 * @example <MembersTableView workspace={workspace} members={members} … />
 */
export function MembersTableView(props: MembersTableViewProps & MembersTableLookProps) {
  const { workspace, members, invitations, filters, onFilter, sorts, actions, feedback, announcement } = props;
  const t = useMessages(membersTableMessages, props.messages);
  const explain = useExplain();
  const { format, now, direction, locale } = useGuildhall();
  const root = useRef<HTMLElement>(null);
  const { question, ask, close, returnFocus } = useQuestion(root);

  const others = useMemo(
    () => (workspace ? members.items.filter((member) => !isViewer(workspace.viewer, member)) : NONE),
    [members.items, workspace],
  );
  const people = useSelection<Member>(others);
  const waiting = useSelection<Invitation>(invitations?.items ?? NONE);
  const maySelectPeople = actions.offers.remove || actions.changeRole !== undefined;
  const maySelectWaiting = actions.offers.revoke || actions.resend !== undefined;

  const context = useMemo<MenuContext | null>(
    () => (workspace ? { t, explain, workspace, actions, ask } : null),
    [t, explain, workspace, actions, ask],
  );
  const own = workspace && members.items.find((member) => isViewer(workspace.viewer, member));
  const hasInvitations = invitations !== null && invitations.items.length > 0;
  const isFiltered = filters.search.trim() !== '' || filters.role !== 'all';
  const isReady = members.status === 'ready' && context !== null;
  const isAlone =
    isReady &&
    !isFiltered &&
    !hasInvitations &&
    members.items.length === 1 &&
    own !== undefined &&
    actions.invite !== undefined;
  const isEmpty = isReady && members.items.length === 0 && !hasInvitations && members.isCurrent;
  const showsSkeleton = useDelayed(members.status !== 'failed' && !isReady, 200);
  const outdated = isReady && members.error !== null && !members.moreFailed;
  const sorting = { sort: filters.sort, sorts, onSort: (sort: typeof filters.sort) => onFilter({ sort }) };

  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !root.current?.contains(event.target as Node)) return;
    people.clear();
    waiting.clear();
  };
  return (
    <section
      ref={root}
      className={classNames('gh-root gh-members', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-label={t('title')}
      tabIndex={-1}
      onKeyDown={escape}
      data-state={members.status}
    >
      <div
        className="gh-members-inner"
        data-selecting={people.items.length > 0 ? 'members' : waiting.items.length > 0 ? 'invitations' : undefined}
      >
        <Header t={t} workspace={workspace} actions={actions} isAlone={isAlone} />
        {isAlone ? null : (
          <MembersBar
            {...{ t, people, waiting, actions, ask, workspace, filters, onFilter }}
            canSearch={props.canSearch}
          />
        )}
        {props.isOffline ? <Notice tone="warning">{t('offline')}</Notice> : null}
        {outdated && !props.isOffline ? (
          <Notice
            tone="warning"
            actions={
              <Button size="small" onClick={members.retry}>
                {t('retry')}
              </Button>
            }
          >
            {t('outdated', { reason: explain(members.error) })}
          </Notice>
        ) : null}
        {members.status === 'failed' ? (
          <Failed
            t={t}
            explain={explain}
            error={members.error}
            isRetrying={members.isFetching}
            onRetry={members.retry}
          />
        ) : null}
        {isReady && hasInvitations ? (
          <InvitationsGroup
            context={context}
            format={format}
            list={invitations}
            feedback={feedback}
            isSelected={waiting.has}
            onSelect={maySelectWaiting && people.items.length === 0 ? waiting.toggle : undefined}
            now={now()}
            viewerUserId={own?.userId ?? null}
          />
        ) : null}
        {isReady && members.items.length > 0 ? (
          <MembersGroup
            context={context}
            format={format}
            list={members}
            feedback={feedback}
            isSelected={people.has}
            onSelect={maySelectPeople && waiting.items.length === 0 ? people.toggle : undefined}
            {...sorting}
          />
        ) : null}
        {isEmpty ? (
          <NoMatches
            t={t}
            filters={filters}
            workspace={workspace}
            searchesInvitations={invitations !== null}
            onInvite={actions.invite}
            onClear={() => onFilter({ search: '', role: 'all' })}
          />
        ) : null}
        {isAlone && actions.invite ? <OnlyYou t={t} onInvite={actions.invite} /> : null}
        {showsSkeleton ? (
          <div className="gh-group" role="table" aria-label={t('title')} aria-busy="true">
            <MembersHead t={t} count={null} {...sorting} />
            <SkeletonRows />
          </div>
        ) : null}
        <span role="status" className="gh-visually-hidden">
          {announcement}
        </span>
      </div>
      {question && workspace ? (
        <Suspense fallback={null}>
          <MembersDialog
            question={question}
            workspace={workspace}
            t={t}
            format={format}
            explain={explain}
            onConfirm={async (asked) => {
              await actions.confirm(asked);
              people.clear();
              waiting.clear();
            }}
            onClose={close}
            returnFocus={returnFocus}
          />
        </Suspense>
      ) : null}
    </section>
  );
}

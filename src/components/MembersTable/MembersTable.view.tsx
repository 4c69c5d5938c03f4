import { useCallback, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, RefObject } from 'react';
import type { Invitation, Member } from '../../contract/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import { Notice, Button, SkeletonRows, classNames, onDemand, useDelayed } from '../../ui/index.js';
import { roleMessages } from '../parts/role.messages.js';
import { MembersContext } from './context.js';
import type { MembersContextValue, Words } from './context.js';
import { Failed } from './Failed.js';
import { InvitationsGroup } from './InvitationsGroup.js';
import { MembersGroup, MembersHead } from './MembersGroup.js';
import { membersTableMessages } from './MembersTable.messages.js';
import type { MembersTableMessages } from './messages.js';
import { isViewer } from './refusals.js';
import { Toolbar } from './Toolbar.js';
import type { MembersTableViewProps, Question } from './types.js';
import { useFeedback } from './useFeedback.js';
import { useSelection } from './useSelection.js';

const MembersDialog = onDemand(() => import('./MembersDialog.js').then((module) => module.MembersDialog));
const BulkBar = onDemand(() => import('./BulkBar.js').then((module) => module.BulkBar), <div className="gh-toolbar" />);
const Empty = onDemand(() => import('./Empty.js').then((module) => module.Empty));

/** What the view takes beside its data: the styling hooks that every component has. */
export interface MembersTableLookProps {
  /** Other words, by key. @default {} */
  messages?: MembersTableMessages | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

const NONE: readonly never[] = [];

interface HeaderProps {
  t: Words;
  workspaceName: string | undefined;
  onInvite: MembersTableViewProps['onInvite'];
}

function Header({ t, workspaceName, onInvite }: HeaderProps) {
  return (
    <header className="gh-header">
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <p className="gh-description">
          {workspaceName === undefined ? '\u00a0' : t('description', { workspace: workspaceName })}
        </p>
      </div>
      {onInvite ? (
        <Button variant="primary" onClick={() => onInvite('')}>
          {t('invite')}
        </Button>
      ) : null}
    </header>
  );
}

/** The question that is open, and where the focus goes after it. */
function useQuestion(root: RefObject<HTMLElement | null>) {
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

/** What is said where the rows that are shown may not be the latest. */
function Freshness({
  t,
  explain,
  members,
  isOffline,
}: Pick<MembersTableViewProps, 'members' | 'isOffline'> & Pick<MembersContextValue, 't' | 'explain'>) {
  if (isOffline) return <Notice tone="warning">{t('offline')}</Notice>;
  if (members.status !== 'ready' || members.error === null || members.moreFailed) return null;
  const retry = (
    <Button size="small" onClick={members.retry}>
      {t('retry')}
    </Button>
  );
  return (
    <Notice tone="warning" actions={retry}>
      {t('outdated', { reason: explain(members.error) })}
    </Notice>
  );
}

/** The rows of both groups, or what stands in their place. */
function Lists(props: Omit<MembersTableViewProps, 'workspace' | 'onLeft'> & ListsProps) {
  const { members, invitations, filters, operations, people, waiting, feedback, own, isAlone, sorting } = props;
  const { now } = useGuildhall();
  const hasInvitations = invitations !== null && invitations.items.length > 0;
  const mayManage = operations.remove ?? operations.updateRole;
  const maySelectWaiting = operations.revoke ?? operations.resend;
  return (
    <>
      {hasInvitations ? (
        <InvitationsGroup
          list={invitations}
          feedback={feedback}
          isSelected={waiting.has}
          onSelect={maySelectWaiting && people.items.length === 0 ? waiting.toggle : undefined}
          now={now()}
          viewerUserId={own?.userId ?? null}
        />
      ) : null}
      {members.items.length > 0 ? (
        <MembersGroup
          list={members}
          feedback={feedback}
          isSelected={people.has}
          onSelect={mayManage && waiting.items.length === 0 ? people.toggle : undefined}
          {...sorting}
        />
      ) : null}
      {isAlone || (members.items.length === 0 && !hasInvitations && members.isCurrent) ? (
        <Empty
          isAlone={isAlone}
          filters={filters}
          searchesInvitations={invitations !== null}
          onInvite={props.onInvite}
          onClear={() => props.onFilter({ search: '', role: 'all' })}
        />
      ) : null}
    </>
  );
}

interface ListsProps {
  people: ReturnType<typeof useSelection<Member>>;
  waiting: ReturnType<typeof useSelection<Invitation>>;
  feedback: ReturnType<typeof useFeedback>['feedback'];
  own: Member | undefined;
  isAlone: boolean;
  sorting: Pick<Parameters<typeof MembersHead>[0], 'sort' | 'sorts' | 'onSort'>;
}

/** The table's words, language and deeds, for all its parts; null until the workspace is known. */
function useContextValue(
  { workspace, operations, onLeft }: MembersTableViewProps,
  overrides: MessageOverrides | undefined,
  { announce, tell, forget }: ReturnType<typeof useFeedback>,
  ask: MembersContextValue['ask'],
) {
  const t = useMessages(membersTableMessages, overrides);
  const roles = useMessages(roleMessages);
  const explain = useExplain();
  const { format } = useGuildhall();
  const value = useMemo<MembersContextValue | null>(
    () =>
      workspace
        ? { workspace, operations, t, roles, overrides, explain, format, ask, announce, tell, forget, onLeft }
        : null,
    [workspace, operations, t, roles, overrides, explain, format, ask, announce, tell, forget, onLeft],
  );
  return { t, explain, value };
}

/**
 * The members and invitations of a workspace, from props alone. Words and language come from the provider.
 *
 * @example <MembersTableView workspace={workspace} members={members} … />
 */
export function MembersTableView(props: MembersTableViewProps & MembersTableLookProps) {
  const { workspace, members, invitations, filters, onFilter, sorts, onInvite } = props;
  const { direction, locale } = useGuildhall();
  const root = useRef<HTMLElement>(null);
  const { question, ask, close, returnFocus } = useQuestion(root);
  const feedback = useFeedback();
  const { t, explain, value } = useContextValue(props, props.messages, feedback, ask);

  const others = useMemo(
    () => (workspace ? members.items.filter((member) => !isViewer(workspace.viewer, member)) : NONE),
    [members.items, workspace],
  );
  const people = useSelection<Member>(others);
  const waiting = useSelection<Invitation>(invitations?.items ?? NONE);
  const clear = () => {
    people.clear();
    waiting.clear();
  };
  const own = workspace && members.items.find((member) => isViewer(workspace.viewer, member));
  const isReady = members.status === 'ready' && value !== null;
  const isFiltered = filters.search.trim() !== '' || filters.role !== 'all';
  const isAlone =
    isReady &&
    !isFiltered &&
    onInvite !== undefined &&
    members.items.length === 1 &&
    own !== undefined &&
    !invitations?.items.length;
  const showsSkeleton = useDelayed(members.status !== 'failed' && !isReady, 200);
  const sorting = { sort: filters.sort, sorts, onSort: (sort: typeof filters.sort) => onFilter({ sort }) };
  const selecting = people.items.length > 0 ? 'members' : waiting.items.length > 0 ? 'invitations' : undefined;

  const escape = (event: KeyboardEvent) => {
    const isOurs = event.target instanceof Node && root.current?.contains(event.target);
    if (event.key === 'Escape' && !event.defaultPrevented && isOurs) clear();
  };
  return (
    <MembersContext.Provider value={value}>
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
        <div className="gh-members-inner" data-selecting={selecting}>
          <Header t={t} workspaceName={workspace?.name} onInvite={isAlone ? undefined : onInvite} />
          {selecting && value ? <BulkBar people={people} waiting={waiting} /> : null}
          {selecting || isAlone ? null : (
            <Toolbar t={t} filters={filters} onFilter={onFilter} canSearch={props.canSearch} />
          )}
          <Freshness t={t} explain={explain} members={members} isOffline={props.isOffline} />
          {members.status === 'failed' ? (
            <Failed
              t={t}
              explain={explain}
              error={members.error}
              isRetrying={members.isFetching}
              onRetry={members.retry}
            />
          ) : null}
          {isReady ? (
            <Lists {...props} {...{ people, waiting, own, isAlone, sorting }} feedback={feedback.feedback} />
          ) : null}
          {showsSkeleton ? (
            <div className="gh-group" role="table" aria-label={t('title')} aria-busy="true">
              <MembersHead t={t} count={null} {...sorting} />
              <SkeletonRows />
            </div>
          ) : null}
          <span role="status" className="gh-visually-hidden">
            {feedback.announcement}
          </span>
        </div>
        {question && value ? (
          <MembersDialog
            question={question}
            onDone={() => {
              clear();
              close();
            }}
            onClose={close}
            returnFocus={returnFocus}
          />
        ) : null}
      </section>
    </MembersContext.Provider>
  );
}

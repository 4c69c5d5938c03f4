import { useMemo, useRef } from 'react';
import type { CSSProperties, KeyboardEvent } from 'react';
import type { Invitation, Member } from '../../contract/index.js';
import { useGuildhall } from '../../provider/context.js';
import { Freshness, SkeletonRows, classNames, onDemand, useDelayed } from '../../ui/index.js';
import { MembersContext } from './context.js';
import { Failed } from './Failed.js';
import { Header } from './Header.js';
import { MembersHead } from './GroupHead.js';
import { Lists } from './ListsOnDemand.js';
import type { MembersTableMessages } from './messages.js';
import { isViewer } from './isViewer.js';
import { Toolbar } from './Toolbar.js';
import type { MembersTableViewProps } from './types.js';
import { useContextValue } from './useContextValue.js';
import { useFeedback } from './useFeedback.js';
import { useQuestion } from './useQuestion.js';
import { useSelection } from './useSelection.js';

const Asked = onDemand(() => import('./Asked.js').then((module) => module.Asked));
const BulkBar = onDemand(() => import('./BulkBar.js').then((module) => module.BulkBar), <div className="gh-toolbar" />);
const Tools = onDemand(() => import('./Tools.js').then((module) => module.Tools));

/** What the view takes beside its data: the styling hooks that every component has. */
export interface MembersTableLookProps {
  /** Other words, by key. @default {} */
  messages?: MembersTableMessages | undefined;
  /** Whether `/`, pressed anywhere on the page but in a text field, leads to the search. @default true */
  searchesBySlash?: boolean | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

const NONE: readonly never[] = [];

/** Milliseconds that members wait for the invitations above them. */
const PATIENCE = 1000;

/**
 * The members and invitations of a workspace, from props alone. Words and language come from the provider.
 *
 * @example <MembersTableView workspace={workspace} members={members} … />
 */
export function MembersTableView(props: MembersTableViewProps & MembersTableLookProps) {
  const { workspace, members, invitations, filters, onFilter, sorts, onInvite } = props;
  const { direction, locale } = useGuildhall();
  const root = useRef<HTMLElement>(null);
  const { asked, ask, close } = useQuestion();
  const feedback = useFeedback();
  const { t, explain, value } = useContextValue(props, props.messages, feedback, ask);

  const others = useMemo(
    () => (workspace ? members.items.filter((member) => !isViewer(workspace.viewer, member)) : NONE),
    [members.items, workspace],
  );
  const people = useSelection<Member>(others);
  const waiting = useSelection<Invitation>(invitations?.items ?? NONE);
  const clear = () => {
    people.select(NONE);
    waiting.select(NONE);
  };
  const onDone = () => {
    clear();
    close();
  };
  const own = workspace && members.items.find((member) => isViewer(workspace.viewer, member));
  const isAwaited = invitations?.status === 'loading';
  // What stands above comes first, or everything below it would move. Nothing waits for it for long.
  const isLate = useDelayed(isAwaited, PATIENCE);
  const rows = Lists.useLoading();
  const failure = members.status === 'failed' ? members.error : rows.error;
  const isReady = members.status === 'ready' && rows.isThere && value !== null && isAwaited === isLate;
  const isOutdated = isReady && members.error !== null && !members.moreFailed;
  const isFiltered = filters.search.trim() !== '' || filters.role !== 'all';
  const isSettled = isReady && !isLate;
  const isAlone =
    isSettled &&
    !isFiltered &&
    onInvite !== undefined &&
    members.items.length === 1 &&
    own !== undefined &&
    !invitations?.items.length;
  // Alone one is invited to invite below: no button that goes again stands here before that is known.
  const inviteAbove = !isAlone && (isSettled || workspace?.memberCount !== 1) ? onInvite : undefined;
  // After the rows: what is in it is not what one comes for.
  const showsTools = useDelayed(isReady, 400);
  const showsSkeleton = useDelayed(failure === null && !isReady, 200);
  const sorting = { sort: filters.sort, sorts, onSort: (sort: typeof filters.sort) => onFilter({ sort }) };
  const selecting = people.items.length > 0 ? 'members' : waiting.items.length > 0 ? 'invitations' : undefined;

  const escape = ({ key, defaultPrevented, currentTarget, target }: KeyboardEvent) => {
    if (key === 'Escape' && !defaultPrevented && currentTarget.contains(target as Node)) clear();
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
        data-state={failure === null ? members.status : 'failed'}
      >
        <div className="gh-members-inner" data-selecting={selecting}>
          <Header t={t} workspaceName={workspace?.name} onInvite={inviteAbove} />
          {selecting && value ? (
            <BulkBar people={people} waiting={waiting} filters={filters} hasMore={members.hasMore} />
          ) : null}
          {selecting || isAlone ? null : (
            <Toolbar t={t} filters={filters} onFilter={onFilter} canSearch={props.canSearch}>
              {showsTools ? <Tools filters={filters} undoable={feedback.undoable} /> : null}
            </Toolbar>
          )}
          <Freshness
            offline={props.isOffline ? t('offline') : null}
            outdated={isOutdated ? t('outdated', { reason: explain(members.error) }) : null}
            retryLabel={t('retry')}
            onRetry={members.retry}
          />
          {failure === null ? null : (
            <Failed
              t={t}
              overrides={props.messages}
              explain={explain}
              error={failure}
              isRetrying={members.isFetching}
              onRetry={() => {
                rows.retry();
                members.retry();
              }}
            />
          )}
          {isReady ? (
            <Lists {...props} {...{ root, people, waiting, own, isAlone, sorting }} feedback={feedback.feedback} />
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
        {asked && value ? <Asked {...asked} root={root} onDone={onDone} onClose={close} /> : null}
      </section>
    </MembersContext.Provider>
  );
}

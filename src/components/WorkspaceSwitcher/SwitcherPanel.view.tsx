import { Search } from 'lucide-react';
import { useId, useRef } from 'react';
import { toSearchKey } from '../../contract/index.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, useDelayed, useInView } from '../../ui/index.js';
import { Footer, Hints } from './SwitcherFooter.js';
import { SwitcherInvitations } from './SwitcherInvitations.js';
import { SwitcherOptions, optionId } from './SwitcherOptions.js';
import type { SwitcherPanelProps, WorkspaceList, Words } from './types.js';
import { useActiveOption } from './useActiveOption.js';

/** What a popover gives the focus to when it opens. */
export const FOCUS_TARGET = '[data-switcher-focus]';

const NONE: readonly never[] = [];
const SKELETONS = [104, 136, 88];

function ListEnd({ t, workspaces }: { t: Words; workspaces: WorkspaceList }) {
  const { hasMore, isLoadingMore, moreFailed, onMore, problem } = workspaces;
  const end = useInView(isLoadingMore || moreFailed ? undefined : onMore);
  if (moreFailed) {
    return (
      <p className="gh-switcher-failed" role="alert">
        {t('moreFailed', { reason: problem ?? '' })}{' '}
        <Button size="small" onClick={onMore}>
          {t('retry')}
        </Button>
      </p>
    );
  }
  return hasMore ? (
    <div ref={end} className="gh-switcher-more">
      <Button size="small" variant="ghost" pending={isLoadingMore} onClick={onMore}>
        {t('loadingMore')}
      </Button>
    </div>
  ) : null;
}

function Skeleton() {
  return SKELETONS.map((width) => (
    <div key={width} className="gh-switcher-option" aria-hidden="true">
      <span className="gh-avatar" data-kind="workspace" />
      <span className="gh-skeleton-cell" style={{ inlineSize: width }} />
    </div>
  ));
}

/**
 * The open switcher, from props alone: search, what waits, workspaces. The focus stays on the search, or on the
 * listbox where there is none, while the arrow keys move through the workspaces; Tab goes to the buttons.
 */
export function SwitcherPanelView(props: SwitcherPanelProps) {
  const { t, currentId, waiting, workspaces, search, onSearch, onChoose } = props;
  const { format } = useGuildhall();
  const id = useId();
  const focusTarget = useRef<HTMLElement | null>(null);
  const items = workspaces.items ?? NONE;
  const { list, index, activate, onKeyDown } = useActiveOption({
    items,
    isCurrent: workspaces.isCurrent,
    initialId: currentId,
    onChoose,
  });
  const wanted = toSearchKey(search);
  const invitations = waiting.items.filter(({ invitation }) => toSearchKey(invitation.workspace.name).includes(wanted));
  const hasFailed = workspaces.items === undefined && workspaces.problem !== null;
  const showsSkeleton = useDelayed(workspaces.items === undefined && !hasFailed, 200);
  const isEmpty = workspaces.items?.length === 0 && workspaces.isCurrent;
  const keyboard = {
    'aria-activedescendant': index === -1 ? undefined : optionId(id, index),
    'data-switcher-focus': '',
    onKeyDown,
  };
  const count = { count: items.length };
  return (
    <div className="gh-switcher-panel">
      {onSearch ? (
        <div className="gh-switcher-search">
          <Search aria-hidden="true" />
          <input
            {...keyboard}
            ref={(input) => void (focusTarget.current = input)}
            role="combobox"
            aria-label={t('search')}
            aria-autocomplete="list"
            aria-expanded="true"
            aria-controls={id}
            placeholder={t('search')}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={search}
            onChange={(event) => {
              activate('');
              onSearch(event.target.value);
            }}
          />
        </div>
      ) : null}
      <div className="gh-switcher-scroll">
        <SwitcherInvitations
          t={t}
          format={format}
          items={invitations}
          waiting={waiting}
          onAnswered={() => (focusTarget.current ?? list.current)?.focus()}
        />
        <section className="gh-switcher-group" aria-labelledby={`${id}-heading`} aria-busy={!workspaces.isCurrent}>
          <h3 id={`${id}-heading`} className="gh-switcher-heading">
            {t('yours')}
          </h3>
          <SwitcherOptions
            t={t}
            list={list}
            id={id}
            aria-labelledby={`${id}-heading`}
            items={items}
            currentId={currentId}
            activeIndex={index}
            onActivate={activate}
            onChoose={onChoose}
            shortcuts={props.shortcuts && search === ''}
            tabIndex={onSearch ? -1 : 0}
            {...(onSearch ? {} : keyboard)}
          />
          {showsSkeleton ? <Skeleton /> : null}
          {hasFailed ? (
            <p className="gh-switcher-failed" role="alert">
              {t('failed', { reason: workspaces.problem ?? '' })}{' '}
              <Button size="small" pending={workspaces.isRetrying} onClick={workspaces.onRetry}>
                {t('retry')}
              </Button>
            </p>
          ) : null}
          {isEmpty ? (
            <p className="gh-switcher-empty">
              {search === '' ? t('empty') : t.parts('noMatches', { search: <bdi key="search">{search}</bdi> })}
            </p>
          ) : null}
          <ListEnd t={t} workspaces={workspaces} />
        </section>
      </div>
      <Footer {...props} />
      <Hints t={t} />
      <span role="status" className="gh-visually-hidden">
        {search !== '' && workspaces.isCurrent
          ? t(workspaces.hasMore ? 'foundSoMany' : 'found', count)
          : props.announcement}
      </span>
    </div>
  );
}

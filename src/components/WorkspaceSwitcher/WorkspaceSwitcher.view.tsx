import { ChevronsUpDown, Inbox } from 'lucide-react';
import { forwardRef } from 'react';
import type { CSSProperties, HTMLAttributes } from 'react';
import type { Workspace } from '../../contract/index.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import { Avatar, classNames, useDelayed } from '../../ui/index.js';
import type { Words } from './types.js';
import type { workspaceSwitcherMessages } from './WorkspaceSwitcher.messages.js';

/** What the switcher takes beside its data. */
export interface WorkspaceSwitcherLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof workspaceSwitcherMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface SwitcherTriggerProps extends Omit<HTMLAttributes<HTMLButtonElement>, 'children'> {
  t: Words;
  /** The workspace that is open; undefined while it is not known. */
  workspace: Workspace | undefined;
  /** Why there is no workspace to name. */
  state: 'ready' | 'loading' | 'failed' | 'none';
  /** Invitations that wait for the viewer. */
  waitingCount: number;
  /** Whether more wait than have been counted. */
  hasMoreWaiting: boolean;
}

/** The words of the trigger: the name above, a fact below. */
function wordsOf({
  t,
  workspace,
  state,
}: Pick<SwitcherTriggerProps, 't' | 'workspace' | 'state'>): [string, string | null] {
  if (workspace) {
    const { name, memberCount } = workspace;
    return [name, memberCount === 1 ? t('onlyYou') : t('people', { count: memberCount })];
  }
  return [state === 'failed' ? t('currentFailed') : t('choose'), null];
}

/** The button that says where one is, and opens the switcher. */
export const SwitcherTrigger = forwardRef<HTMLButtonElement, SwitcherTriggerProps>(
  function SwitcherTrigger(props, ref) {
    const { t, workspace, state, waitingCount, hasMoreWaiting, className, ...button } = props;
    const { format, direction, locale } = useGuildhall();
    const isLoading = workspace === undefined && state === 'loading';
    const showsSkeleton = useDelayed(isLoading, 200);
    const [name, fact] = wordsOf(props);
    return (
      <button
        type="button"
        {...button}
        ref={ref}
        className={classNames('gh-switcher-trigger', className)}
        dir={direction}
        lang={locale}
        aria-haspopup="dialog"
        data-state={state}
      >
        {workspace ? (
          <Avatar kind="workspace" id={workspace.id} name={workspace.name} imageUrl={workspace.imageUrl} />
        ) : (
          <span className="gh-avatar" data-kind="workspace" aria-hidden="true">
            {isLoading ? null : <Inbox />}
          </span>
        )}
        {isLoading ? (
          <span className="gh-switcher-words">
            <span className="gh-visually-hidden">{t('loading')}</span>
            {showsSkeleton ? <span className="gh-skeleton-cell" aria-hidden="true" /> : null}
          </span>
        ) : (
          <span className="gh-switcher-words">
            <bdi className="gh-switcher-name" title={name}>
              {name}
            </bdi>
            {fact === null ? null : <span className="gh-switcher-note">{fact}</span>}
          </span>
        )}
        {waitingCount > 0 ? (
          <span className="gh-switcher-badge">
            <span aria-hidden="true">{`${format.number(waitingCount)}${hasMoreWaiting ? '+' : ''}`}</span>
            <span className="gh-visually-hidden">{t('waitingCount', { count: waitingCount })}</span>
          </span>
        ) : null}
        <ChevronsUpDown className="gh-switcher-chevrons" aria-hidden="true" />
      </button>
    );
  },
);

'use client';
import { lazy, Suspense, useId, useRef, useState } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { Workspace } from '../../contract/index.js';
import { useMyInvitations, useWorkspaces } from '../../hooks/index.js';
import { keys } from '../../hooks/keys.js';
import { useGuildhallQuery } from '../../hooks/useGuildhallQuery.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { classNames } from '../../ui/index.js';
import { Inside, modalAround } from './Inside.js';
import { useIsNarrow } from './useIsNarrow.js';
import { keyShortcutsOf, useOpenShortcut } from './useOpenShortcut.js';
import type { SwitcherShortcut } from './useOpenShortcut.js';
import { useShortcuts } from './useShortcuts.js';
import { workspaceSwitcherMessages } from './WorkspaceSwitcher.messages.js';
import { SwitcherTrigger } from './WorkspaceSwitcher.view.js';
import type { WorkspaceSwitcherLookProps } from './WorkspaceSwitcher.view.js';

const loadPopover = () => import('./SwitcherPopover.js');
const loadSheet = () => import('./SwitcherSheet.js');
const Popover = lazy(() => loadPopover().then(({ SwitcherPopover }) => ({ default: SwitcherPopover })));
const Sheet = lazy(() => loadSheet().then(({ SwitcherSheet }) => ({ default: SwitcherSheet })));
const CreateDialog = lazy(() =>
  import('../CreateWorkspaceDialog/CreateWorkspaceDialog.js').then(({ CreateWorkspaceDialog }) => ({
    default: CreateWorkspaceDialog,
  })),
);

const NONE: readonly Workspace[] = [];

export interface WorkspaceSwitcherProps extends WorkspaceSwitcherLookProps {
  /** The workspace that is open. @default the provider's; without one, the switcher asks to choose */
  workspaceId?: string | undefined;
  /** Told which workspace was chosen, or created. Open it: pass its id to the provider. */
  onSwitch: (workspace: Workspace) => void;
  /** Opens your settings screen of the open workspace. @default not offered */
  onManage?: ((workspace: Workspace) => void) | undefined;
  /** Whether ⌘1 to ⌘9 (Ctrl 1 to 9) switch, which some browsers keep for their tabs. @default false */
  shortcuts?: boolean | undefined;
  /** Opens the switcher from anywhere, with ⌘ or Ctrl for `mod`: `mod+k`. @default none */
  shortcut?: SwitcherShortcut | undefined;
}

/** The workspace that is open, as far as it is known. */
function useCurrent(workspaceId: string | undefined) {
  const { adapter } = useGuildhall();
  const input = { workspaceId: workspaceId ?? '' };
  const { data, error } = useGuildhallQuery('workspaces.get', adapter.workspaces.get, input, {
    enabled: workspaceId !== undefined,
  });
  const isLost = workspaceId === undefined || isGuildhallError(error, 'not_found');
  const state = isLost ? 'none' : data ? 'ready' : error ? 'failed' : 'loading';
  return { workspace: isLost ? undefined : data, state } as const;
}

/**
 * Says which workspace is open and switches to another: search, invitations that wait, a new workspace.
 *
 * @example <WorkspaceSwitcher onSwitch={(workspace) => navigate(`/w/${workspace.id}`)} />
 */
export function WorkspaceSwitcher({
  workspaceId: given,
  onSwitch,
  onManage,
  shortcuts = false,
  shortcut,
  ...look
}: WorkspaceSwitcherProps) {
  const { adapter, queryClient, workspaceId: provided } = useGuildhall();
  const t = useMessages(workspaceSwitcherMessages, look.messages);
  const currentId = given ?? provided;
  const { workspace, state } = useCurrent(currentId);
  const waiting = useMyInvitations();
  const [isWarm, setWarm] = useState(false);
  const [opened, setOpened] = useState<'no' | 'switcher' | 'create'>('no');
  const [modal, setModal] = useState<HTMLElement | null>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  /** Where the focus was when the shortcut was pressed. */
  const cameFrom = useRef<HTMLElement | null>(null);
  const id = useId();
  const isNarrow = useIsNarrow();
  const list = useWorkspaces({}, { enabled: isWarm || shortcuts });

  const close = () => setOpened('no');
  const choose = (chosen: Workspace) => {
    close();
    if (chosen.id === currentId) return;
    // Shown at once when the host opens it; what the cache has already is at least as new.
    const key = keys.query(adapter, 'workspaces.get', { workspaceId: chosen.id });
    if (queryClient.getQueryData(key) === undefined) queryClient.setQueryData(key, chosen);
    onSwitch(chosen);
  };
  useShortcuts(shortcuts, list.data?.pages[0]?.items ?? NONE, choose);

  const warm = () => {
    setWarm(true);
    void (isNarrow ? loadSheet() : loadPopover());
  };
  const toggle = (from: Element | null) => {
    if (opened === 'no') cameFrom.current = from instanceof HTMLElement && from !== document.body ? from : null;
    setModal(trigger.current && modalAround(trigger.current));
    setOpened(opened === 'switcher' ? 'no' : 'switcher');
  };
  const returnFocus = () => (cameFrom.current?.isConnected ? cameFrom.current : trigger.current);
  useOpenShortcut(shortcut, opened !== 'no', trigger, toggle);
  const Overlay = isNarrow ? Sheet : Popover;
  return (
    <div className={classNames('gh-root gh-switcher-root', look.className)} style={look.style}>
      <SwitcherTrigger
        ref={trigger}
        t={t}
        workspace={workspace}
        state={state}
        waitingCount={waiting.data?.pages.reduce((count, page) => count + page.items.length, 0) ?? 0}
        hasMoreWaiting={waiting.hasNextPage}
        aria-expanded={opened === 'switcher'}
        aria-controls={opened === 'switcher' ? id : undefined}
        aria-keyshortcuts={shortcut && keyShortcutsOf(shortcut)}
        onClick={() => toggle(null)}
        onPointerEnter={warm}
        onFocus={warm}
      />
      <Inside container={modal}>
        <Suspense fallback={null}>
          {opened === 'switcher' ? (
            <Overlay
              t={t}
              id={id}
              trigger={trigger}
              currentId={currentId}
              onChoose={choose}
              onCreate={adapter.workspaces.create ? () => setOpened('create') : undefined}
              onManage={
                onManage && workspace
                  ? () => {
                      close();
                      onManage(workspace);
                    }
                  : undefined
              }
              shortcuts={shortcuts}
              onClose={close}
              returnFocus={returnFocus}
            />
          ) : null}
          {opened === 'create' ? <CreateDialog onCreated={choose} onClose={close} returnFocus={returnFocus} /> : null}
        </Suspense>
      </Inside>
    </div>
  );
}

'use client';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { Entity } from '../../contract/index.js';
import { useBilling, useEntityCounts, useWorkspace } from '../../hooks/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import { useGuildhall, useStreamStatus } from '../../provider/context.js';
import { SkeletonRows, useDelayed } from '../../ui/index.js';
import { GeneralSkeleton } from '../GeneralSettings/GeneralSkeleton.js';
import { exists, sectionsFor, undecided } from './sections.js';
import type { SettingsSection } from './sections.js';
import { workspaceSettingsMessages } from './WorkspaceSettings.messages.js';
import { WorkspaceSettingsView } from './WorkspaceSettings.view.js';
import type { WorkspaceSettingsLookProps } from './WorkspaceSettings.view.js';

const loadGeneral = () =>
  import('../GeneralSettings/GeneralSettings.js').then(({ GeneralSettings }) => ({ default: GeneralSettings }));
const General = lazy(loadGeneral);
const Members = lazy(() =>
  import('../MembersTable/MembersTable.js').then(({ MembersTable }) => ({ default: MembersTable })),
);
const Billing = lazy(() =>
  import('../BillingPanel/BillingPanel.js').then(({ BillingPanel }) => ({ default: BillingPanel })),
);
const Items = lazy(() => import('../SharedItems/SharedItems.js').then(({ SharedItems }) => ({ default: SharedItems })));
const Activity = lazy(() =>
  import('../ActivityLog/ActivityLog.js').then(({ ActivityLog }) => ({ default: ActivityLog })),
);

/** Milliseconds without a connection after which it is worth a word. */
const PATIENCE = 3000;

export interface WorkspaceSettingsProps extends WorkspaceSettingsLookProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
  /** The section that is open, where your router says which. @default kept inside */
  section?: SettingsSection | undefined;
  /** The section that is open at first, where it is kept inside. @default 'general' */
  defaultSection?: SettingsSection | undefined;
  /** Told which section was chosen. */
  onSectionChange?: ((section: SettingsSection) => void) | undefined;
  /** The address of each section, so that they are links that open in a new tab. @default buttons */
  hrefForSection?: ((section: SettingsSection) => string) | undefined;
  /** Opens an item that the workspace holds in your app; see `SharedItems`. @default the browser follows its link */
  onOpenItem?: ((entity: Entity) => void) | undefined;
  /** Leads away: the viewer has left or deleted the workspace, or lost it and wants to go on. */
  onLeave?: (() => void) | undefined;
}

/** What to say about the live connection, if anything; a short gap is not worth a word. */
function useConnection(): 'offline' | 'reconnecting' | null {
  const status = useStreamStatus();
  const isWaiting = useDelayed(status === 'connecting', PATIENCE);
  if (status === 'offline') return 'offline';
  return isWaiting ? 'reconnecting' : null;
}

const never = () => () => undefined;

/**
 * False on a server and while its HTML is taken over, true from then on. A section that is loaded on demand is taken
 * over late, when its data may be here already and no longer fits what the server sent; so the server sends none.
 */
function useIsTakenOver(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

interface PlaceProps {
  title: string;
  isList: boolean;
  /** Whether what it would show at once is not known yet. */
  isAwaited: boolean;
  /** The section, which is loaded on demand. */
  children: ReactNode;
}

/** The place of a section. While that is on its way: its title, and its shape once that takes longer. */
function Place({ title, isList, isAwaited, children }: PlaceProps) {
  const showsRows = useDelayed(true, 200);
  const pending = (
    <section aria-label={title} aria-busy="true">
      <h2 className="gh-title">{title}</h2>
      {isList ? null : <p className="gh-description">{'\u00a0'}</p>}
      {showsRows ? isList ? <SkeletonRows count={6} /> : <GeneralSkeleton /> : null}
    </section>
  );
  return isAwaited ? pending : <Suspense fallback={pending}>{children}</Suspense>;
}

/**
 * A workspace's settings: general, members, billing, shared items and activity. Says at once when the viewer has lost the workspace.
 *
 * @example
 * <WorkspaceSettings
 *   section={params.section}
 *   hrefForSection={(section) => `/settings/${section}`}
 *   onSectionChange={(section) => navigate(`/settings/${section}`)}
 *   onLeave={() => navigate('/')}
 * />
 */
export function WorkspaceSettings(props: WorkspaceSettingsProps) {
  const { onSectionChange, onLeave } = props;
  const { adapter } = useGuildhall();
  const workspaceId = useWorkspaceId(props.workspaceId);
  const { data: workspace, error, isFetching, refetch } = useWorkspace(workspaceId);
  const [kept, setKept] = useState<SettingsSection>(props.defaultSection ?? 'general');
  const connection = useConnection();
  const t = useMessages(workspaceSettingsMessages, props.messages);
  const { data: billing } = useBilling(workspaceId, { enabled: adapter.billing !== undefined });
  const { data: held } = useEntityCounts(workspaceId);
  const isTakenOver = useIsTakenOver();
  const asked = props.section ?? kept;
  const section = exists(asked, adapter) ? asked : 'general';
  // It needs nothing else: what stands for it stays until it is whole, and its code is loaded meanwhile.
  const isGeneralAwaited = section === 'general' && workspace === undefined;
  useEffect(() => {
    if (isGeneralAwaited) void loadGeneral().catch(() => undefined);
  }, [isGeneralAwaited]);
  const isAwaited = !isTakenOver || isGeneralAwaited;
  const isLost = isGuildhallError(error, 'not_found');
  const go = (next: SettingsSection) => {
    setKept(next);
    onSectionChange?.(next);
  };
  return (
    <WorkspaceSettingsView
      messages={props.messages}
      className={props.className}
      style={props.style}
      sections={sectionsFor(adapter, workspace, held === undefined || held.counts.length > 0)}
      undecided={workspace === undefined && error === null ? undecided(adapter) : 0}
      marked={billing?.pastDue ? 'billing' : null}
      section={section}
      onSection={go}
      hrefForSection={props.hrefForSection}
      followsLinks={onSectionChange === undefined}
      state={isLost ? 'lost' : error !== null && workspace === undefined ? 'failed' : 'ready'}
      workspaceName={workspace?.name}
      error={error}
      isRetrying={isFetching}
      onRetry={() => void refetch()}
      onLeave={onLeave}
      // These say by themselves that they are offline.
      connection={(section === 'members' || section === 'items') && connection === 'offline' ? null : connection}
    >
      <Place key={section} title={t(section)} isList={section !== 'general'} isAwaited={isAwaited}>
        {section === 'general' ? (
          <General key={workspaceId} workspaceId={workspaceId} onGone={onLeave} onShowMembers={() => go('members')} />
        ) : null}
        {section === 'members' ? <Members key={workspaceId} workspaceId={workspaceId} onLeft={onLeave} /> : null}
        {section === 'billing' ? <Billing key={workspaceId} workspaceId={workspaceId} /> : null}
        {section === 'items' ? <Items key={workspaceId} workspaceId={workspaceId} onOpen={props.onOpenItem} /> : null}
        {section === 'activity' ? <Activity key={workspaceId} workspaceId={workspaceId} /> : null}
      </Place>
    </WorkspaceSettingsView>
  );
}

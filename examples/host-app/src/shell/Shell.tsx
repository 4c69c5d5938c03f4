import { useWorkspace } from 'guildhall';
import { isGuildhallError } from 'guildhall/contract';
import { useEffect } from 'react';
import type { Ref } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import type { Person } from '../api.js';
import { ChatPage } from '../pages/ChatPage.js';
import { NewChatPage } from '../pages/NewChatPage.js';
import { SearchPage } from '../pages/SearchPage.js';
import { SettingsPage } from '../pages/SettingsPage.js';
import { TextPage } from '../pages/TextPage.js';
import { lastWorkspace, useIsPhone } from '../remembered.js';
import { useFreshItems } from '../useFreshItems.js';
import { Drawer } from './Drawer.js';
import { LostNotice } from './LostNotice.js';
import { Sidebar } from './Sidebar.js';

interface ShellProps {
  person: Person;
  workspaceId: string;
  /** Told where menus and dialogs go: into the page, so that they belong to its landmark. */
  overlays: Ref<HTMLDivElement>;
  /** The workspace that was open until somebody took it away, or null. */
  lostName: string | null;
  onLostSeen(): void;
}

/** A workspace: its sidebar, and the page beside it. */
export function Shell({ person, workspaceId, overlays, lostName, onLostSeen }: ShellProps) {
  const { data: workspace, error } = useWorkspace(workspaceId);
  const isPhone = useIsPhone();
  useFreshItems(workspaceId);

  useEffect(() => {
    if (workspace) lastWorkspace.set(person.id, workspace);
  }, [person.id, workspace]);

  // A link to a workspace that is not theirs, or not any more.
  if (isGuildhallError(error, 'not_found')) return <Redirect to="/" replace />;
  const sidebar = <Sidebar person={person} workspaceId={workspaceId} />;
  return (
    <div className="shell">
      <a className="skip" href="#page">
        Skip to content
      </a>
      {isPhone ? <Drawer>{sidebar}</Drawer> : <aside className="side">{sidebar}</aside>}
      <main className="page" id="page" tabIndex={-1}>
        <LostNotice lostName={lostName} openName={workspace?.name} onSeen={onLostSeen} />
        <Switch>
          <Route path="/w/:workspaceId/chats/:id">
            {({ id }) => <ChatPage key={id} workspaceId={workspaceId} id={id} person={person} />}
          </Route>
          <Route path="/w/:workspaceId/assistants/:id">
            {({ id }) => <TextPage key={id} kind="assistant" workspaceId={workspaceId} id={id} person={person} />}
          </Route>
          <Route path="/w/:workspaceId/prompts/:id">
            {({ id }) => <TextPage key={id} kind="prompt" workspaceId={workspaceId} id={id} person={person} />}
          </Route>
          <Route path="/w/:workspaceId/files/:id">
            {({ id }) => <TextPage key={id} kind="file" workspaceId={workspaceId} id={id} person={person} />}
          </Route>
          <Route path="/w/:workspaceId/search">
            <SearchPage workspaceId={workspaceId} />
          </Route>
          <Route path="/w/:workspaceId/settings/:section?">
            {({ section }) => <SettingsPage workspaceId={workspaceId} section={section} />}
          </Route>
          <Route>
            <NewChatPage workspaceId={workspaceId} person={person} />
          </Route>
        </Switch>
        <div className="overlays" ref={overlays} />
      </main>
    </div>
  );
}

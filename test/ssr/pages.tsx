import { Theme } from '@radix-ui/themes';
import * as guildhall from 'guildhall';
import { createMemoryAdapter } from 'guildhall/adapters/memory';
import type { ReactNode } from 'react';
import { NOW, northwind } from '../../stories/support/northwind.js';

const nothing = () => undefined;

/** Every component of the package, as a host would put it on a page. */
const ELEMENTS: Record<string, ReactNode> = {
  AcceptInvitation: <guildhall.AcceptInvitation onAccepted={nothing} />,
  ActivityLog: <guildhall.ActivityLog />,
  CreateWorkspaceDialog: <guildhall.CreateWorkspaceDialog onCreated={nothing} onClose={nothing} />,
  GeneralSettings: <guildhall.GeneralSettings />,
  InviteDialog: <guildhall.InviteDialog open onOpenChange={nothing} />,
  MembersTable: <guildhall.MembersTable />,
  WorkspaceSettings: <guildhall.WorkspaceSettings />,
  WorkspaceSwitcher: <guildhall.WorkspaceSwitcher onSwitch={nothing} />,
};

export const PAGES = Object.keys(ELEMENTS);

/** A host's page with one component on it, the same on the server and in the browser. */
export function pageOf(name: string): ReactNode {
  const adapter = createMemoryAdapter({ world: northwind() });
  return (
    <Theme>
      <guildhall.GuildhallProvider adapter={adapter} workspaceId="northwind" timeZone="UTC" now={() => NOW}>
        {ELEMENTS[name]}
      </guildhall.GuildhallProvider>
    </Theme>
  );
}

import { Theme } from '@radix-ui/themes';
import * as guildhall from 'guildhall';
import { createMemoryAdapter } from 'guildhall/adapters/memory';
import type { ReactNode } from 'react';
import { NOW } from '../../stories/support/northwind.js';
import { paying } from '../../stories/support/paying.js';

const nothing = () => undefined;

/** Every component of the package, as a host would put it on a page. */
const ELEMENTS: Record<string, ReactNode> = {
  AcceptInvitation: <guildhall.AcceptInvitation onAccepted={nothing} />,
  ActivityLog: <guildhall.ActivityLog />,
  AddPaymentMethod: <guildhall.AddPaymentMethod workspaceId="northwind" onAdded={nothing} onClose={nothing} />,
  BillingContacts: <guildhall.BillingContacts />,
  BillingDetails: <guildhall.BillingDetails />,
  BillingForbidden: <guildhall.BillingForbidden />,
  BillingPanel: <guildhall.BillingPanel />,
  CreateWorkspaceDialog: <guildhall.CreateWorkspaceDialog onCreated={nothing} onClose={nothing} />,
  GeneralSettings: <guildhall.GeneralSettings />,
  InviteDialog: <guildhall.InviteDialog open onOpenChange={nothing} />,
  InvoiceHistory: <guildhall.InvoiceHistory />,
  MembersTable: <guildhall.MembersTable />,
  PaymentMethods: <guildhall.PaymentMethods />,
  PlanPicker: <guildhall.PlanPicker />,
  SharedItems: <guildhall.SharedItems />,
  SharingBadge: <guildhall.SharingBadge sharing="public" />,
  WorkspaceSettings: <guildhall.WorkspaceSettings />,
  WorkspaceSwitcher: <guildhall.WorkspaceSwitcher onSwitch={nothing} />,
};

export const PAGES = Object.keys(ELEMENTS);

/** A host's page with one component on it, the same on the server and in the browser. */
export function pageOf(name: string): ReactNode {
  const adapter = createMemoryAdapter({ world: paying('healthy'), viewerId: 'amara' });
  return (
    <Theme>
      <guildhall.GuildhallProvider adapter={adapter} workspaceId="northwind" timeZone="UTC" now={() => NOW}>
        {ELEMENTS[name]}
      </guildhall.GuildhallProvider>
    </Theme>
  );
}

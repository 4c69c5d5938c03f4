import type { acceptInvitationMessages } from '../components/AcceptInvitation/AcceptInvitation.messages.js';
import type { activityLogMessages } from '../components/ActivityLog/ActivityLog.messages.js';
import type { billingContactsMessages } from '../components/BillingContacts/BillingContacts.messages.js';
import type { billingDetailsMessages } from '../components/BillingDetails/BillingDetails.messages.js';
import type { billingForbiddenMessages } from '../components/BillingForbidden/BillingForbidden.messages.js';
import type { billingPanelMessages } from '../components/BillingPanel/BillingPanel.messages.js';
import type { billingDialogsMessages } from '../components/BillingPanel/dialogs.messages.js';
import type { billingNoticesMessages } from '../components/BillingPanel/notices.messages.js';
import type { createWorkspaceMessages } from '../components/CreateWorkspaceDialog/CreateWorkspaceDialog.messages.js';
import type { generalSettingsMessages } from '../components/GeneralSettings/GeneralSettings.messages.js';
import type { inviteDialogMessages } from '../components/InviteDialog/InviteDialog.messages.js';
import type { invoiceHistoryMessages } from '../components/InvoiceHistory/InvoiceHistory.messages.js';
import type { actionMessages } from '../components/MembersTable/actions.messages.js';
import type { dialogMessages } from '../components/MembersTable/dialog.messages.js';
import type { emptyMessages } from '../components/MembersTable/empty.messages.js';
import type { invitationMessages } from '../components/MembersTable/invitations.messages.js';
import type { membersTableMessages } from '../components/MembersTable/MembersTable.messages.js';
import type { rowMessages } from '../components/MembersTable/rows.messages.js';
import type { toolMessages } from '../components/MembersTable/tools.messages.js';
import type { bulkMessages } from '../components/MembersTable/bulk.messages.js';
import type { billMessages } from '../components/parts/bill.messages.js';
import type { billingErrorMessages } from '../components/parts/billingErrors.messages.js';
import type { billLineMessages } from '../components/parts/billLine.messages.js';
import type { entityKindMessages } from '../components/parts/entityKinds.messages.js';
import type { methodMessages } from '../components/parts/method.messages.js';
import type { roleMessages } from '../components/parts/role.messages.js';
import type { paymentMethodsMessages } from '../components/PaymentMethods/PaymentMethods.messages.js';
import type { confirmPlanMessages } from '../components/PlanPicker/confirm.messages.js';
import type { planPickerMessages } from '../components/PlanPicker/PlanPicker.messages.js';
import type { sharedItemsMessages } from '../components/SharedItems/SharedItems.messages.js';
import type { itemActionMessages } from '../components/SharedItems/sharing.messages.js';
import type { sharingMessages } from '../components/SharingBadge/SharingBadge.messages.js';
import type { workspaceSettingsMessages } from '../components/WorkspaceSettings/WorkspaceSettings.messages.js';
import type { workspaceSwitcherMessages } from '../components/WorkspaceSwitcher/WorkspaceSwitcher.messages.js';
import type { errorMessages } from '../i18n/error.messages.js';
import type { Messages, PluralMessage } from '../i18n/index.js';

/** Every set of English words, by the namespace that it is found under. A new `*.messages.ts` belongs in here. */
interface Sets {
  acceptInvitation: [typeof acceptInvitationMessages];
  activityLog: [typeof activityLogMessages];
  bill: [typeof billMessages];
  billLine: [typeof billLineMessages];
  billingContacts: [typeof billingContactsMessages];
  billingDetails: [typeof billingDetailsMessages];
  billingDialogs: [typeof billingDialogsMessages];
  billingErrors: [typeof billingErrorMessages];
  billingForbidden: [typeof billingForbiddenMessages];
  billingNotices: [typeof billingNoticesMessages];
  billingPanel: [typeof billingPanelMessages];
  confirmPlan: [typeof confirmPlanMessages];
  createWorkspace: [typeof createWorkspaceMessages];
  entityKinds: [typeof entityKindMessages];
  errors: [typeof errorMessages];
  generalSettings: [typeof generalSettingsMessages];
  inviteDialog: [typeof inviteDialogMessages];
  invoiceHistory: [typeof invoiceHistoryMessages];
  membersTable: [
    typeof membersTableMessages,
    typeof rowMessages,
    typeof actionMessages,
    typeof dialogMessages,
    typeof emptyMessages,
    typeof bulkMessages,
    typeof toolMessages,
    typeof invitationMessages,
  ];
  paymentMethod: [typeof methodMessages];
  paymentMethods: [typeof paymentMethodsMessages];
  planPicker: [typeof planPickerMessages];
  roles: [typeof roleMessages];
  sharedItems: [typeof sharedItemsMessages, typeof itemActionMessages];
  sharing: [typeof sharingMessages];
  workspaceSettings: [typeof workspaceSettingsMessages];
  workspaceSwitcher: [typeof workspaceSwitcherMessages];
}

type WordsOf<S extends readonly { messages: Messages }[]> = S extends readonly [infer First, ...infer Rest]
  ? (First extends { messages: infer M } ? M : never) &
      (Rest extends readonly { messages: Messages }[] ? WordsOf<Rest> : never)
  : unknown;

/** One namespace in another language: a sentence for a sentence, and a plural for a plural. */
type Translated<M> = { readonly [K in keyof M]?: M[K] extends string ? string : PluralMessage };

/** The names under which words are replaced. */
export type Namespace = keyof Sets;

/**
 * Some namespaces, or all, in another language. A key that English does not have does not compile, nor does a sentence
 * where English has a plural. What is missing falls back to English, and fails `src/locales/locales.test.ts`, which
 * also looks at placeholders and plural categories.
 */
export type Translation<N extends Namespace = Namespace> = { readonly [K in N]: Translated<WordsOf<Sets[K]>> };

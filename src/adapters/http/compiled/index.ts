// Made from the routes table by `npm run generate`: change the contract, not this file.
import type { OperationName } from '../../../contract/index.js';
import type { Check } from '../checks.js';

export { answers } from './atOnce.js';

/** Method and path of each operation; `keyless`: a write that needs no idempotency key. */
export const rows: Readonly<Record<OperationName, readonly [method: string, path: string, keyless?: string]>> = {
  'workspaces.list': ['GET', '/workspaces'],
  'workspaces.create': ['POST', '/workspaces'],
  'workspaces.get': ['GET', '/workspaces/:workspaceId'],
  'workspaces.update': ['PATCH', '/workspaces/:workspaceId'],
  'workspaces.delete': ['DELETE', '/workspaces/:workspaceId'],
  'workspaces.setImage': ['PUT', '/workspaces/:workspaceId/image'],
  'workspaces.removeImage': ['DELETE', '/workspaces/:workspaceId/image'],
  'members.list': ['GET', '/workspaces/:workspaceId/members'],
  'members.update': ['PATCH', '/workspaces/:workspaceId/members/:memberId'],
  'members.remove': ['POST', '/workspaces/:workspaceId/members/remove'],
  'members.leave': ['POST', '/workspaces/:workspaceId/leave'],
  'members.transferOwnership': ['POST', '/workspaces/:workspaceId/transfer-ownership'],
  'invitations.list': ['GET', '/workspaces/:workspaceId/invitations'],
  'invitations.create': ['POST', '/workspaces/:workspaceId/invitations'],
  'invitations.update': ['PATCH', '/workspaces/:workspaceId/invitations/:invitationId'],
  'invitations.resend': ['POST', '/workspaces/:workspaceId/invitations/:invitationId/resend'],
  'invitations.revoke': ['DELETE', '/workspaces/:workspaceId/invitations/:invitationId'],
  'invitations.link': ['GET', '/workspaces/:workspaceId/invitations/:invitationId/link'],
  'invitations.mine': ['GET', '/invitations'],
  'invitations.accept': ['POST', '/invitations/:invitationId/accept'],
  'invitations.decline': ['POST', '/invitations/:invitationId/decline'],
  'invitations.preview': ['POST', '/invitations/preview', 'keyless'],
  'billing.catalogue': ['GET', '/billing/catalogue'],
  'billing.get': ['GET', '/workspaces/:workspaceId/billing'],
  'billing.sync': ['POST', '/workspaces/:workspaceId/billing/sync'],
  'billing.preview': ['POST', '/workspaces/:workspaceId/billing/preview'],
  'billing.subscribe': ['PUT', '/workspaces/:workspaceId/billing/subscription'],
  'billing.cancel': ['POST', '/workspaces/:workspaceId/billing/cancel'],
  'billing.resume': ['POST', '/workspaces/:workspaceId/billing/resume'],
  'billing.invoices': ['GET', '/workspaces/:workspaceId/billing/invoices'],
  'billing.createSetup': ['POST', '/workspaces/:workspaceId/billing/setup-intents'],
  'billing.setDefaultPaymentMethod': [
    'POST',
    '/workspaces/:workspaceId/billing/payment-methods/:paymentMethodId/default',
  ],
  'billing.removePaymentMethod': ['DELETE', '/workspaces/:workspaceId/billing/payment-methods/:paymentMethodId'],
  'billing.updateDetails': ['PATCH', '/workspaces/:workspaceId/billing/details'],
  'billing.retryPayment': ['POST', '/workspaces/:workspaceId/billing/retry'],
  'billing.openPortal': ['POST', '/workspaces/:workspaceId/billing/portal'],
  'activity.list': ['GET', '/workspaces/:workspaceId/activity'],
};

/** The answers of each group, by operation, but for those that are here at once. */
export const later: Readonly<Record<string, () => Promise<{ answers: Readonly<Record<string, Check>> }>>> = {
  workspaces: () => import('./workspaces.js'),
  members: () => import('./members.js'),
  invitations: () => import('./invitations.js'),
  billing: () => import('./billing.js'),
  activity: () => import('./activity.js'),
};

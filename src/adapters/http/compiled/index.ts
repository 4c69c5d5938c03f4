// Made from the routes table by `npm run generate`: change the contract, not this file.
import type { Route, Rows } from '../checks.js';

/** The methods of each group. */
export const methods = {
  workspaces: ['list', 'create', 'get', 'update', 'delete', 'setImage', 'removeImage'],
  members: ['list', 'update', 'remove', 'leave', 'transferOwnership'],
  invitations: ['list', 'create', 'update', 'resend', 'revoke', 'link', 'mine', 'accept', 'decline', 'preview'],
  billing: [
    'catalogue',
    'get',
    'sync',
    'preview',
    'subscribe',
    'cancel',
    'resume',
    'invoices',
    'createSetup',
    'setDefaultPaymentMethod',
    'removePaymentMethod',
    'updateDetails',
    'retryPayment',
    'openPortal',
  ],
  entities: ['list', 'counts', 'get', 'setSharing'],
  activity: ['list'],
} as const;

/** Where requests go that leave before their rows are there. */
export const atOnce: Readonly<Record<string, Route>> = {
  'workspaces.list': ['GET', '/workspaces'],
  'workspaces.get': ['GET', '/workspaces/:workspaceId'],
  'members.list': ['GET', '/workspaces/:workspaceId/members'],
  'invitations.list': ['GET', '/workspaces/:workspaceId/invitations'],
};

/** The rows of each group, by operation; `first`: of those that leave at once. */
export const later: Readonly<Record<string, () => Promise<Rows>>> = {
  first: () => import('./first.js'),
  workspaces: () => import('./workspaces.js'),
  members: () => import('./members.js'),
  invitations: () => import('./invitations.js'),
  billing: () => import('./billing.js'),
  entities: () => import('./entities.js'),
  activity: () => import('./activity.js'),
};

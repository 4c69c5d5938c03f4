// Made from the routes table by `npm run generate`: change the contract, not this file.
import type { Row } from '../checks.js';

export { rows } from './atOnce.js';

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

/** The rows of each group, by operation, but for those that are here at once. */
export const later: Readonly<Record<keyof typeof methods, () => Promise<{ rows: Readonly<Record<string, Row>> }>>> = {
  workspaces: () => import('./workspaces.js'),
  members: () => import('./members.js'),
  invitations: () => import('./invitations.js'),
  billing: () => import('./billing.js'),
  entities: () => import('./entities.js'),
  activity: () => import('./activity.js'),
};

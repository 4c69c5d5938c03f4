// Made from the routes table by `npm run generate`: change the contract, not this file.
import { array, boolean, nullable, number, object, oneOf, string } from '../checks.js';

export const delivery = oneOf('queued', 'sent', 'failed');
export const entityCreator = object({ userId: string, name: string, imageUrl: nullable(string) });
export const sharing = oneOf('private', 'public');
export const entity = object({
  kind: string,
  id: string,
  title: string,
  creator: nullable(entityCreator),
  sharing,
  createdAt: nullable(string),
  updatedAt: string,
  icon: nullable(string),
  url: nullable(string),
});
export const entityCount = object({ kind: string, count: nullable(number), isMore: boolean, canBePublic: boolean });
export const role = oneOf('owner', 'admin', 'member');
export const person = object({ userId: string, name: string, email: string, imageUrl: nullable(string) });
export const invitation = object({
  id: string,
  email: string,
  role,
  invitedBy: nullable(person),
  createdAt: string,
  sentAt: string,
  expiresAt: string,
  delivery,
});
export const member = object({
  id: string,
  userId: string,
  name: string,
  email: string,
  imageUrl: nullable(string),
  role,
  billingContact: boolean,
  joinedAt: string,
});
export const permission = oneOf(
  'workspace:update',
  'workspace:delete',
  'workspace:transfer',
  'members:invite',
  'members:manage',
  'activity:read',
  'billing:manage',
);
export const viewer = object({
  memberId: string,
  userId: string,
  role,
  billingContact: boolean,
  permissions: array(permission),
  assignableRoles: array(role),
});
export const workspacePlan = object({ id: string, name: string, seats: nullable(oneOf('automatic', 'prepaid')) });
export const workspace = object({
  id: string,
  name: string,
  imageUrl: nullable(string),
  isHome: boolean,
  createdAt: string,
  memberCount: number,
  ownerCount: number,
  memberLimit: nullable(number),
  plan: nullable(workspacePlan),
  invitationsPaused: boolean,
  viewer,
  seq: number,
});

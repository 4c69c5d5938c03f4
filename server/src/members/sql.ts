import { iso } from '../db/sql.js';

/** A row `m` of members, with its `u` of users, as a `Member` of the contract. */
export const MEMBER_JSON = `json_build_object('id', m.id, 'userId', m.user_id, 'name', u.name, 'email', u.email,
  'imageUrl', u.image_url, 'role', m.role, 'billingContact', m.billing_contact, 'joinedAt', ${iso('m.joined_at')})`;

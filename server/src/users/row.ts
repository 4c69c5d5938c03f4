import { normaliseEmail, toSearchKey } from 'guildhall/contract';
import { asText } from '../db/sql.js';
import type { Identity } from '../operations.js';

/** What is written down of a person. */
export function toUserRow({ userId, email: given, emailVerified, name: givenName, imageUrl }: Identity) {
  const email = asText(normaliseEmail(given));
  const name = asText(givenName?.trim() || email);
  return {
    id: userId,
    email,
    emailVerified,
    name,
    imageUrl: imageUrl ?? null,
    sortKey: toSearchKey(name),
    searchKey: toSearchKey(`${name} ${email}`),
  };
}

/** See {@link toUserRow}. */
export type UserRow = ReturnType<typeof toUserRow>;

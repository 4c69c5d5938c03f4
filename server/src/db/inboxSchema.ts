import { sql } from 'drizzle-orm';
import { bigint } from 'drizzle-orm/pg-core';
import { guildhall, moment, text } from './schema.js';

/**
 * What changed in the host's tables and is in no log yet. Triggers and Guildhall's own writes insert, in the transaction of
 * the change; the sequencer takes out. No foreign key and no unique index: whoever inserts here never waits for anybody.
 *
 * | `workspace_id` | `entity_id` | what it says                                    |
 * |----------------|-------------|-------------------------------------------------|
 * | id             | id          | this entity is, or was, in this workspace       |
 * | id             | null        | much of this kind changed in this workspace     |
 * | null           | id          | this entity changed, wherever it is now         |
 * | null           | null        | much of this kind changed, in every workspace   |
 */
export const inbox = guildhall.table('inbox', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  workspaceId: text(),
  kind: text().notNull(),
  entityId: text(),
  createdAt: moment()
    .notNull()
    .default(sql`now()`),
});

import type { Entity } from 'guildhall/contract';
import { notFound } from '../context.js';
import type { Service } from '../context.js';
import { castFitting, fits } from '../db/columnTypes.js';
import type { Executor } from '../db/database.js';
import { ask, quote } from '../db/names.js';
import type { BoundKind } from './bind.js';
import { withUrl } from './list.js';
import { entityColumns, entityJson, fromOf } from './sql.js';
import { inWorkspace, isPublic, readableBy } from './visibility.js';

const idIs = ({ kind, idType }: BoundKind) => `e.${quote(kind.id)} = ($1::text)::${idType}`;

/** The viewer's workspace that holds it, the first by name; null where none does. */
const holder = (bound: BoundKind) => `(select w.id from guildhall.members m
  join guildhall.workspaces w on w.id = m.workspace_id and w.deleted_at is null
 where m.user_id = $2::text and ${inWorkspace(bound, 'e', castFitting(bound.workspaceType, 'w.id'))} order by w.sort_key, w.id limit 1)`;

interface Row {
  readonly entity: Entity;
  readonly workspaceId: string | null;
}

/** An entity for its members; for all others where it is public, without its creator. */
export const getEntity: Service<'entities.get'> =
  ({ database, registry }) =>
  (actor, { kind, entityId }) =>
    registry.ask(async (kinds) => {
      const bound = kinds.find(kind);
      const text = `select ${entityJson(bound, 'found')} as entity, found."workspaceId" from (
          select ${entityColumns(bound)}, ${holder(bound)} as "workspaceId" from ${fromOf(bound)} where ${idIs(bound)}
        ) found where found.is_public or found."workspaceId" is not null`;
      const asked = fits(bound.idType, entityId) ? [entityId, actor?.userId ?? null] : null;
      const [row] = asked ? await database.query(ask<Row>(text), asked) : [];
      if (!row) throw notFound('entity');
      const { entity, workspaceId } = row;
      return { entity: withUrl(bound, workspaceId === null ? { ...entity, creator: null } : entity), workspaceId };
    });

/** Reads an entity where it is in this workspace. */
export async function readIn(
  executor: Executor,
  bound: BoundKind,
  workspaceId: string,
  entityId: string,
): Promise<Entity | null> {
  if (!fits(bound.idType, entityId) || !fits(bound.workspaceType, workspaceId)) return null;
  const text = `select ${entityJson(bound, 'found')} as entity from (select ${entityColumns(bound)} from ${fromOf(bound)}
    where ${idIs(bound)} and ${inWorkspace(bound, 'e', `($2::text)::${bound.workspaceType}`)}) found`;
  const [row] = await executor.query(ask<{ entity: Entity }>(text), [entityId, workspaceId]);
  return row ? withUrl(bound, row.entity) : null;
}

/** Whether somebody reads an entity; nobody, for null, reads what is public. */
export async function canRead(
  executor: Executor,
  bound: BoundKind,
  userId: string | null,
  entityId: string,
): Promise<boolean> {
  if (!fits(bound.idType, entityId)) return false;
  const rule = userId === null ? isPublic(bound, 'e') : readableBy(bound, 'e', '$2::text');
  const text = `select 1 as found from ${fromOf(bound)} where ${idIs(bound)} and ${rule}`;
  const parameters = userId === null ? [entityId] : [entityId, userId];
  return (await executor.query(ask<{ found: number }>(text), parameters)).length > 0;
}

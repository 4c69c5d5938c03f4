import { GuildhallError, refuse, refuseSharing } from 'guildhall/contract';
import { notFound } from '../context.js';
import type { Service } from '../context.js';
import { ask, quote, quoteTable } from '../db/names.js';
import type { Unit } from '../db/unit.js';
import { statement } from '../db/database.js';
import { enter } from '../workspaces/enter.js';
import type { BoundKind } from './bind.js';
import { readIn } from './get.js';

/** As the host's triggers do: it is told in every workspace that holds the entity, once, whether these are there or not. */
const TELL = statement<never>('entities_tell', 'insert into guildhall.inbox (kind, entity_id) values ($1, $2)');

/** @throws GuildhallError `validation` for a kind that follows a parent, `unsupported` for one that keeps no sharing */
function checkKind({ kind, parent }: BoundKind): void {
  if (parent) {
    const message = `follows its ${parent.kind.name}, which says who sees it`;
    const fields = [{ path: 'kind', message }];
    throw new GuildhallError('validation', { message: `${kind.name} ${message}`, details: { fields } });
  }
  if (kind.sharing === null)
    throw new GuildhallError('unsupported', { message: `The host keeps no sharing of ${kind.name}.` });
}

async function write(unit: Unit, { kind, idType }: BoundKind, entityId: string, sharing: string): Promise<void> {
  if (kind.sharing === null) return;
  const text = `update ${quoteTable(kind.table)} set ${quote(kind.sharing)} = $2 where ${quote(kind.id)} = ($1::text)::${idType}`;
  await unit.query(ask<never>(text), [entityId, sharing]);
  await unit.query(TELL, [kind.name, entityId]);
}

export const setSharing: Service<'entities.setSharing'> =
  ({ registry, inUnit }) =>
  (actor, { workspaceId, kind, entityId, sharing }) =>
    registry.ask((kinds) =>
      inUnit(async (unit) => {
        const { me, person } = await enter(unit, 'entities.setSharing', actor, workspaceId);
        const bound = kinds.find(kind);
        checkKind(bound);
        const entity = await readIn(unit, bound, workspaceId, entityId);
        if (!entity) throw notFound('entity');
        refuse(refuseSharing(me, entity.creator?.userId ?? null));
        if (entity.sharing === sharing) return entity;
        await write(unit, bound, entityId, sharing);
        const { title } = entity;
        unit.changes.record(workspaceId, person, 'entity.sharing_changed', { kind, entityId, title, sharing });
        await unit.flush();
        return (await readIn(unit, bound, workspaceId, entityId)) ?? entity;
      }),
    );

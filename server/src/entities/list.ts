import { createHash } from 'node:crypto';
import { GuildhallError } from 'guildhall/contract';
import type { Entity } from 'guildhall/contract';
import { signedIn } from '../context.js';
import type { Service } from '../context.js';
import { fitting } from '../db/columnTypes.js';
import { readPage } from '../db/list.js';
import type { ListSource } from '../db/list.js';
import { quote, quoteTable } from '../db/names.js';
import { asText } from '../db/sql.js';
import { LIST_SCOPE, checkScope } from '../workspaces/enter.js';
import type { ScopeRow } from '../workspaces/enter.js';
import type { BoundKind } from './bind.js';
import { entityColumns, entityJson, fromJoin, fromOf, orderOf, rawColumns, unknown } from './sql.js';
import { inWorkspace } from './visibility.js';

/** `$3` is the workspace and `$6` the parent once more, null where they cannot stand in the host's columns. */
const PARAMETERS = 6;

/** What a list is read from, as rows `e`: what is in the workspace `$3`, or below the parent `$6`. */
function placeOf(bound: BoundKind): Pick<ListSource, 'from' | 'where' | 'within'> {
  const { parent, kind } = bound;
  const at = parent ? `($6::text)::${parent.idType}` : `($3::text)::${bound.workspaceType}`;
  const where = parent ? 'true' : '$6::text is null';
  const from = fromJoin(bound, at);
  if (from !== null || !('column' in kind.place)) return { from: from ?? fromOf(bound), where };
  return { from: fromOf(bound), where, within: { sql: `e.${quote(kind.place.column)}`, value: unknown(at) } };
}

/** Whether the parent `$6` is in the workspace: its children are nobody's otherwise. */
function parentScope(parent: BoundKind, workspace: string): string {
  const id = `p.${quote(parent.kind.id)}`;
  return `${LIST_SCOPE} and exists (select from ${quoteTable(parent.kind.table)} p
    where ${id} = ($6::text)::${parent.idType} and ${inWorkspace(parent, 'p', workspace)})`;
}

function sourceOf(bound: BoundKind): ListSource {
  const { parent, workspaceType } = bound;
  const workspace = `($3::text)::${workspaceType}`;
  const place = placeOf(bound);
  const order = orderOf(bound, 'e.');
  const creator = bound.kind.creator === null ? 'null::text' : `e.${quote(bound.kind.creator)}::text`;
  const title = bound.kind.title === null ? `''` : `coalesce(e.${quote(bound.kind.title)}::text, '')`;
  const source = {
    scope: parent ? parentScope(parent, workspace) : LIST_SCOPE,
    scopeColumns: ['role', 'billingContact'],
    ...place,
    raw: rawColumns(bound),
    where: `${place.where}
      and ($4::text is null or strpos(lower(${title}), $4) > 0) and ($5::text is null or ${creator} = $5)`,
    columns: entityColumns(bound),
    item: entityJson(bound, 'page'),
    key: order.key,
    id: order.id.sql,
    idType: order.id.type,
    isCounted: false,
    descending: true,
    parameters: PARAMETERS,
  };
  const hash = createHash('sha256').update(JSON.stringify(source)).digest('hex').slice(0, 16);
  return { name: `entities_${hash}`, ...source };
}

const sources = new WeakMap<BoundKind, ListSource>();

function knownSource(bound: BoundKind): ListSource {
  const source = sources.get(bound) ?? sourceOf(bound);
  sources.set(bound, source);
  return source;
}

const check = checkScope('entities.list');

/** @throws GuildhallError `validation` where a kind with a parent is asked for without one, or another with one */
function checkParent({ kind, parent }: BoundKind, parentId: string | undefined): void {
  if ((parent === null) === (parentId === undefined)) return;
  const message = parent
    ? `is needed: ${kind.name} follows ${parent.kind.name}`
    : `is not for this kind: ${kind.name} follows nothing`;
  const details = { fields: [{ path: 'parentId', message }] };
  throw new GuildhallError('validation', { message: `parentId ${message}`, details });
}

/** Where the host shows an entity, made from its id where the host says how. */
export const withUrl = ({ kind: { urlOf } }: BoundKind, entity: Entity): Entity =>
  urlOf === null ? entity : { ...entity, url: urlOf(entity.id) };

/** Whatever its sharing says, and whoever made it: all of a kind that is in the workspace. One statement. */
export const listEntities: Service<'entities.list'> =
  ({ database: executor, cursors, registry }) =>
  (actor, input) => {
    const { userId } = signedIn(actor);
    const { workspaceId, kind, parentId, search = '', creatorId } = input;
    const needle = asText(search.trim().toLowerCase());
    return registry.ask((kinds) => {
      const bound = kinds.find(kind);
      checkParent(bound, parentId);
      const parameters = [
        workspaceId,
        userId,
        fitting(bound.workspaceType, workspaceId),
        needle === '' ? null : needle,
        creatorId ?? null,
        parentId === undefined || !bound.parent ? null : fitting(bound.parent.idType, parentId),
      ];
      const request = { executor, cursors, operation: 'entities.list', input, parameters, check };
      return readPage<Entity, ScopeRow, Entity>(knownSource(bound), request, (entity) => withUrl(bound, entity));
    });
  };

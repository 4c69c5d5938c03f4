import { GuildhallError } from '../../../contract/index.js';
import type { Entity } from '../../../contract/index.js';
import type { Store } from '../store.js';
import type { EntityRecord, KindRecord } from './book.js';

/** An entity as its workspaces see it. */
export function toEntity({ users, entities }: Store, record: EntityRecord): Entity {
  const { id, title, createdAt, updatedAt, icon, url } = record;
  const user = users.get(record.creatorId ?? '');
  return {
    kind: record.kind.kind,
    id,
    title,
    creator: user ? { userId: user.id, name: user.name, imageUrl: user.imageUrl } : null,
    sharing: entities.isPublic(record) ? 'public' : 'private',
    createdAt,
    updatedAt,
    icon,
    url,
  };
}

/** The error of one field that asks for what there is not. */
export function wrongField(path: string, message: string): GuildhallError<'validation'> {
  return new GuildhallError('validation', { message: `${path} ${message}`, details: { fields: [{ path, message }] } });
}

/** @throws GuildhallError `validation` where the host has registered no such kind */
export function kindOf({ entities }: Store, name: string): KindRecord {
  const kind = entities.kinds.get(name);
  if (kind) return kind;
  throw wrongField('kind', `is no kind of entity here: ${name}`);
}

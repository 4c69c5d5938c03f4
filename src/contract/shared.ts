import * as z from 'zod/mini';
import { id, timestamp } from './entities.js';
import { SHARINGS } from './limits.js';

/** What the host calls one kind of its entities: `chat`, `assistant`. */
export const entityKind = z.string().check(
  z.maxLength(40),
  z.regex(/^[a-z][A-Za-z0-9_-]*$/, {
    error: 'must be a kind, such as chat: a small letter, then letters and digits',
  }),
);

/** Who sees an entity beside the members of its workspaces: nobody, or everybody who knows where it is. */
export const sharing = z.enum(SHARINGS);

/** Who made an entity. No address: public entities are seen from outside. */
export const entityCreator = z.object({ userId: id, name: z.string(), imageUrl: z.nullable(z.string()) });
/** Who made an entity. */
export type EntityCreator = z.infer<typeof entityCreator>;

export const entity = z.object({
  kind: entityKind,
  /** The host's id, as text. */
  id,
  /** Empty where it has none: show that it is untitled then. */
  title: z.string(),
  /** Null where the host does not tell, or where the person is not known here. Who has left the workspace is still its creator. */
  creator: z.nullable(entityCreator),
  /** Whatever the host's value, all that is not `public` is `private`: an unknown value opens nothing. */
  sharing,
  /** When it was made, or null where the host does not tell. */
  createdAt: z.nullable(timestamp),
  updatedAt: timestamp,
  /** What the host keeps as its icon: an emoji, a name, a URL; or null. */
  icon: z.nullable(z.string()),
  /** Where the host shows it, or null where the host has to be asked. */
  url: z.nullable(z.string()),
});
/** One thing that a workspace holds: a chat, an assistant, a prompt. The host owns it; Guildhall shows it. */
export type Entity = z.infer<typeof entity>;

/** How much of one kind a workspace holds. */
export const entityCount = z.object({
  kind: entityKind,
  /** At most {@link MAX_ENTITY_COUNT}; null while this kind cannot be read, since its table is not as it was registered. */
  count: z.nullable(z.number()),
  /** Whether there are more than `count`: counting stops there. */
  isMore: z.boolean(),
  /** Whether entities of this kind can be made public at all. */
  canBePublic: z.boolean(),
});
/** How much of one kind a workspace holds. */
export type EntityCount = z.infer<typeof entityCount>;

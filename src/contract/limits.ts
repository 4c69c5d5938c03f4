// Apart from the schemas that use them, so that an interface can ask without loading these.

/** The orders of a members list. A minus turns one round; ties go by id. */
export const MEMBER_SORTS = ['joinedAt', '-joinedAt', 'name', '-name', 'role', '-role'] as const;
/** One order of a members list. `role` goes from owners to members. */
export type MemberSort = (typeof MEMBER_SORTS)[number];

/** Members that one call removes at most. */
export const MAX_BULK = 200;

/** Addresses that one call invites at most. */
export const MAX_INVITATIONS = 100;

/** Seats that one workspace buys at most. */
export const MAX_SEATS = 100_000;

/** Entities of one kind that are counted at most: "1,000+". */
export const MAX_ENTITY_COUNT = 1000;

/** Who sees an entity beside the members of its workspaces: nobody, or everybody. There is no third value. */
export const SHARINGS = ['private', 'public'] as const;
/** Who sees an entity beside the members of its workspaces. */
export type Sharing = (typeof SHARINGS)[number];

/** Bytes of a picture at most, before it travels as base64. */
export const MAX_IMAGE_BYTES = 512 * 1024;

/** The kinds of picture that a server accepts. No SVG: it can carry script. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;

import type { World, WorldEntity } from '../../world.js';

/** What the rule says of one entity and one person. */
export interface Verdict {
  /** Whether they read it as a member of one of its workspaces. */
  readonly isInside: boolean;
  readonly isPublic: boolean;
}

/** What an entity follows in the end, itself where it follows nothing. */
export function rootOf({ entityKinds = [], entities = [] }: World, entity: WorldEntity): WorldEntity {
  const { parent } = entityKinds.find(({ kind }) => kind === entity.kind) ?? {};
  const above = entities.find(({ kind, id }) => kind === parent && id === entity.parentId);
  return above ? rootOf({ entityKinds, entities } as World, above) : entity;
}

/** The rule: a member of a workspace of it reads it, or it is public; what follows something follows it. Nothing else decides. */
export function verdictOf(world: World, entity: WorldEntity, who: string | null): Verdict {
  const { workspaceIds = [], sharing } = rootOf(world, entity);
  const isInside = world.workspaces.some(
    ({ id, members }) => workspaceIds.includes(id) && members.some(({ userId }) => userId === who),
  );
  return { isInside, isPublic: sharing === 'public' };
}

import type { Context } from '../context.js';
import { canRead } from './get.js';
import { readableBy, readableIn } from './visibility.js';

/** Names for the host's own SQL. */
export interface VisibleWhereOptions {
  /** What the host's query calls the kind's table. */
  readonly alias: string;
  /** The host's placeholder for the person's id, such as `$1`. */
  readonly user: string;
  /** The host's placeholder for a workspace: what it holds for this member, and nothing that is only public. @default all */
  readonly workspace?: string | undefined;
}

const ALIAS = /^[A-Za-z_][A-Za-z0-9_]*$/;
const PLACEHOLDER = /^\$[1-9]\d*$/;

/** What the host's own code asks about its entities. */
export interface EntitiesApi {
  /**
   * Whether somebody reads an entity, by the one rule; for null, whether everybody does. False for what is not there.
   *
   * @throws GuildhallError `validation` for an unknown kind, `unavailable` with `entity_kind`
   */
  canRead(userId: string | null, kind: string, id: string): Promise<boolean>;
  /**
   * The rule as SQL, for the host's own queries.
   *
   * @throws GuildhallError as `canRead`; Error for what is no alias or placeholder
   * @example
   * const rule = await guildhall.entities.visibleWhere('chat', { alias: 'c', user: '$1', workspace: '$2' });
   * await pool.query(`select c.* from chats c where ${rule} order by c.updated_at desc`, [userId, workspaceId]);
   */
  visibleWhere(kind: string, options: VisibleWhereOptions): Promise<string>;
}

/** Makes what the host's own code asks. */
export function createEntitiesApi({ registry, database }: Context): EntitiesApi {
  return {
    canRead: (userId, kind, id) => registry.ask((kinds) => canRead(database, kinds.find(kind), userId, id)),
    visibleWhere: (kind, { alias, user, workspace }) =>
      registry.ask(async (kinds) => {
        if (!ALIAS.test(alias)) throw new Error(`alias ${JSON.stringify(alias)} is no plain name, such as c.`);
        for (const placeholder of [user, ...(workspace === undefined ? [] : [workspace])])
          if (!PLACEHOLDER.test(placeholder))
            throw new Error(
              `${JSON.stringify(placeholder)} is no placeholder, such as $1: values never stand in the text.`,
            );
        const bound = kinds.find(kind);
        return workspace === undefined
          ? readableBy(bound, alias, `${user}::text`)
          : readableIn(bound, alias, workspace, `${user}::text`);
      }),
  };
}

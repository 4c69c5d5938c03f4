import { GuildhallError } from 'guildhall/contract';
import type { Database } from '../../src/db/database.js';
import { ask } from '../../src/db/names.js';
import type { Identity } from '../../src/operations.js';
import type { Services } from '../../src/services.js';
import { Random } from '../soak/random.js';
import type { Differences } from './againstPolicies.js';
import { KIND_NAMES, MODEL_KINDS, createModel, kindsOf, placesOf } from './model.js';
import type { Model, ModelKind, ModelRow, ModelWorld } from './model.js';
import { COLUMNS } from './worldSql.js';

const identityOf = (userId: string): Identity => ({ userId, email: `${userId}@acme.example`, emailVerified: true });

/** What an operation answers, or the code of why not. */
const answerOf = (asking: Promise<string>): Promise<string> =>
  asking.catch((error: unknown) => {
    if (error instanceof GuildhallError) return error.code;
    throw error;
  });

/** The same in every order. */
const sorted = (ids: readonly string[]) => ids.toSorted().join(' ');

interface ListInput {
  readonly workspaceId: string;
  readonly kind: ModelKind;
  readonly parentId?: string;
}

async function listAll({ operations }: Services, me: string, input: ListInput): Promise<string> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await operations['entities.list'](identityOf(me), { ...input, limit: 2, ...(cursor && { cursor }) });
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return sorted(ids);
}

/** What a workspace’s list of a kind, or of a parent’s children, has to be. */
function expectedList({ rows }: ModelWorld, model: Model, { workspaceId, kind, parentId }: ListInput): string {
  const { follows, table } = MODEL_KINDS[kind];
  if (!model.isMine(workspaceId)) return 'not_found';
  const all = rows.filter((row) => row.table === table);
  if (follows === null) return sorted(all.filter((row) => row.workspaces.includes(workspaceId)).map(({ id }) => id));
  const parent = rows.find((row) => row.id === parentId && row.table === MODEL_KINDS[follows].table);
  if (!parent || !placesOf(follows, parent).includes(workspaceId)) return 'not_found';
  return sorted(all.filter(({ parents }) => parents.includes(parent)).map(({ id }) => id));
}

/** One entity as its viewer gets it: by a workspace that is theirs and holds it, or as public, or not at all. */
async function getOne({ operations }: Services, me: string | null, kind: ModelKind, row: ModelRow, model: Model) {
  const actor = me === null ? null : identityOf(me);
  const { entity, workspaceId } = await operations['entities.get'](actor, { kind, entityId: row.id });
  if (entity.id !== row.id) return `another: ${entity.id}`;
  if (workspaceId === null) return entity.creator === null ? 'as public' : 'as public, with its creator';
  return model.isMine(workspaceId) && placesOf(kind, row).includes(workspaceId) ? 'as a member' : `in ${workspaceId}`;
}

const expectedOne = (model: Model, kind: ModelKind, row: ModelRow) => {
  if (model.holds(kind, row)) return 'as a member';
  return model.reads(kind, row) ? 'as public' : 'not_found';
};

/** Everything of all kinds that somebody reads, by the host’s own SQL: anywhere, or in one workspace. */
async function visibleSql({ host }: Services, inOne: boolean): Promise<string> {
  const options = { alias: 'e', user: '$1', ...(inOne && { workspace: '$2' }) };
  const selects = KIND_NAMES.map(async (kind) => {
    const { table } = MODEL_KINDS[kind];
    const rule = await host.entities.visibleWhere(kind, options);
    return `select '${kind} ' || e.${COLUMNS[table].id} as key from ${table} e where ${rule}`;
  });
  return (await Promise.all(selects)).join(' union all ');
}

/** Compares the rule with one person’s answers. */
class Person {
  readonly differences: string[] = [];
  compared = 0;
  readonly #model: Model;

  constructor(
    private readonly services: Services,
    private readonly world: ModelWorld,
    private readonly me: string | null,
  ) {
    this.#model = createModel(world, me, 'operations');
  }

  note(what: string, answer: string, expected: string): void {
    this.compared += 1;
    if (answer !== expected)
      this.differences.push(
        `${this.me ?? 'nobody'}, ${what}: ${answer || 'nothing'}; by the rule ${expected || 'nothing'}`,
      );
  }

  /** By `visibleWhere`: without a workspace whatever they read, with one what it holds. */
  async compareSql(database: Database, where: { anywhere: string; inOne: string }): Promise<void> {
    const keysOf = (wanted: (kind: ModelKind, row: ModelRow) => boolean) =>
      sorted(
        this.world.rows.flatMap((row) =>
          kindsOf(row.table).flatMap((kind) => (wanted(kind, row) ? [`${kind} ${row.id}`] : [])),
        ),
      );
    const found = async (text: string, parameters: readonly (string | null)[]) =>
      sorted((await database.query(ask<{ key: string }>(text), parameters)).map(({ key }) => key));
    this.note('visibleWhere', await found(where.anywhere, [this.me]), keysOf(this.#model.reads));
    for (const { id } of this.world.workspaces) {
      const expected = keysOf((kind, row) => this.#model.isMine(id) && placesOf(kind, row).includes(id));
      this.note(`visibleWhere in ${id}`, await found(where.inOne, [this.me, id]), expected);
    }
  }

  async compareOne(kind: ModelKind, row: ModelRow): Promise<void> {
    const what = `${kind} ${row.id}`;
    const got = await answerOf(getOne(this.services, this.me, kind, row, this.#model));
    this.note(`get ${what}`, got, expectedOne(this.#model, kind, row));
    const can = await this.services.host.entities.canRead(this.me, kind, row.id);
    this.note(`canRead ${what}`, String(can), String(this.#model.reads(kind, row)));
  }

  async compareList(input: ListInput): Promise<void> {
    if (this.me === null) return;
    const listed = await answerOf(listAll(this.services, this.me, input));
    this.note(`list ${JSON.stringify(input)}`, listed, expectedList(this.world, this.#model, input));
  }
}

/**
 * Compares what operations and the host's own SQL answer with the rule, for everybody in a world and for nobody.
 *
 * @param most lists and single entities for each person
 */
export async function compareOperations(
  database: Database,
  services: Services,
  world: ModelWorld,
  most: number,
): Promise<Differences> {
  const random = new Random(world.seed);
  const where = { anywhere: await visibleSql(services, false), inOne: await visibleSql(services, true) };
  const people = [...world.people, null].map((me) => new Person(services, world, me));
  for (const person of people) {
    await person.compareSql(database, where);
    for (let count = 0; count < most && world.rows.length > 0; count += 1) {
      const row = random.pick(world.rows);
      const kind = random.pick(kindsOf(row.table));
      await person.compareOne(kind, row);
      const workspaceId = random.pick(world.workspaces).id;
      const { follows } = MODEL_KINDS[kind];
      const parent = random.pick(row.parents.length > 0 ? row.parents : world.rows);
      await person.compareList({ workspaceId, kind, ...(follows !== null && { parentId: parent.id }) });
    }
  }
  return {
    compared: people.reduce((sum, { compared }) => sum + compared, 0),
    differences: people.flatMap(({ differences }) => differences),
  };
}

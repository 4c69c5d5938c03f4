import type { Model, ModelRow, ModelWorld } from './model.js';
import { COLUMNS, insertSql, joinKey, joinSql, joinsOf, literal, sidesOf } from './worldSql.js';
import type { ModelJoin } from './worldSql.js';

/** One statement of somebody, and whether the rule lets it touch its row. */
export interface Attempt {
  readonly sql: string;
  readonly isAllowed: boolean;
}

/** Everything somebody can try with the rows that are there, and with new ones. */
export function attemptsOf(world: ModelWorld, me: string | null, model: Model): Attempt[] {
  const others = world.people.filter((person) => person !== me).slice(0, 1);
  const signers = [...(me === null ? [] : [me]), ...others];
  const places = [...world.workspaces.map(({ id }) => id), null];
  return [
    ...inserts(world, signers, places, model),
    ...world.rows.flatMap((row) => changes(world, row, { others: signers, places }, model)),
    ...joinAttempts(world, me, model),
  ];
}

function inserts(
  { rows }: ModelWorld,
  signers: readonly string[],
  places: readonly (string | null)[],
  model: Model,
): Attempt[] {
  const tried = (row: ModelRow): Attempt => ({
    sql: `${insertSql(row)} returning ${COLUMNS[row.table].id}`,
    isAllowed: model.puts(row) && model.sees(row),
  });
  const usual = { sharing: 'private', workspaces: [], parents: [] } as const;
  const uuid = '00000009-0000-4000-8000-000000000001';
  return signers.flatMap((creator) => [
    ...(['assistants', 'files'] as const).map((table) => tried({ ...usual, table, id: uuid, creator })),
    ...places.flatMap((place) => {
      const workspaces = place === null ? [] : [place];
      return [
        tried({ ...usual, table: 'chats', id: uuid, creator, workspaces }),
        tried({ ...usual, table: 'prompts', id: '900', creator, workspaces, sharing: 'public' }),
      ];
    }),
    ...rows.flatMap((parent) => {
      if (parent.table === 'chats')
        return [tried({ ...usual, table: 'messages', id: uuid, creator, parents: [parent] })];
      if (parent.table !== 'messages') return [];
      return [tried({ ...usual, table: 'citations', id: '900', creator: null, parents: [parent] })];
    }),
  ]);
}

interface Ends {
  readonly others: readonly string[];
  readonly places: readonly (string | null)[];
}

function changes({ rows }: ModelWorld, row: ModelRow, { others, places }: Ends, model: Model): Attempt[] {
  const { id, creator, sharing, place, parent, updated } = COLUMNS[row.table];
  const where = `where ${id} = ${literal(row.id)}`;
  const become = (assignment: string, next: ModelRow): Attempt => ({
    sql: `update ${row.table} set ${assignment} ${where}`,
    isAllowed: model.writes(row) && model.puts(next),
  });
  const siblings = rows.filter(({ table }) => table === row.parents[0]?.table);
  return [
    { sql: `delete from ${row.table} ${where}`, isAllowed: model.writes(row) },
    become(`${updated} = now()`, row),
    ...(sharing === null ? [] : [become(`${sharing} = 'link'`, { ...row, sharing: 'link' })]),
    ...(creator === null ? [] : others.map((to) => become(`${creator} = ${literal(to)}`, { ...row, creator: to }))),
    ...(place === null ? [] : places)
      .filter((to) => to !== null || row.table !== 'tools')
      .map((to) => become(`${place} = ${literal(to)}`, { ...row, workspaces: to === null ? [] : [to] })),
    ...(parent === null ? [] : siblings).map((to) =>
      become(`${parent} = ${literal(to.id)}`, { ...row, parents: [to] }),
    ),
  ];
}

function joinAttempts(world: ModelWorld, me: string | null, model: Model): Attempt[] {
  const there = joinsOf(world);
  const taken = new Set(there.map((join) => `${join.table} ${joinKey(join)}`));
  const isFree = (join: ModelJoin) => !taken.has(`${join.table} ${joinKey(join)}`);
  const assistants = world.rows.filter(({ table }) => table === 'assistants');
  const candidates = world.rows.flatMap((row): ModelJoin[] => {
    if (row.table !== 'assistants' && row.table !== 'files') return [];
    const table = row.table === 'files' ? 'file_workspaces' : 'assistant_workspaces';
    const placed = world.workspaces.map(({ id: workspace }): ModelJoin => ({ table, row, workspace }));
    return row.table === 'assistants'
      ? placed
      : [...placed, ...assistants.map((parent): ModelJoin => ({ table: 'assistant_files', row, parent }))];
  });
  const free = candidates.filter(isFree);
  // Whoever writes a parent takes children off it; only their own can be put there.
  const takes = ({ row, workspace, parent }: ModelJoin) =>
    parent ? model.writes(parent) : model.isMine(workspace ?? '') && model.writes(row);
  const gives = (join: ModelJoin) => takes(join) && model.writes(join.row);
  return [
    ...free.map((join) => ({ sql: joinSql(join, me), isAllowed: me !== null && gives(join) })),
    ...there.flatMap((join): Attempt[] => {
      const where = `where ${sidesOf(join)
        .map(([column, value]) => `${column} = ${literal(value)}`)
        .join(' and ')}`;
      const moves = free.filter(({ table, row }) => table === join.table && row === join.row);
      return [
        { sql: `delete from ${join.table} ${where}`, isAllowed: takes(join) },
        ...moves.map((to) => {
          const [, [column, value]] = sidesOf(to);
          const isAllowed = takes(join) && gives(to);
          return { sql: `update ${join.table} set ${column} = ${literal(value)} ${where}`, isAllowed };
        }),
      ];
    }),
  ];
}

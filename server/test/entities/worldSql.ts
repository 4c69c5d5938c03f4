import type { ModelRow, ModelTable, ModelWorld } from './model.js';

/** A text or nothing, as SQL. */
export const literal = (value: string | null | undefined) =>
  value === null || value === undefined ? 'null' : `'${value.replaceAll("'", "''")}'`;

/** How a table of the chat app calls what the model has. */
interface Columns {
  readonly id: string;
  readonly creator: string | null;
  readonly sharing: string | null;
  readonly place: string | null;
  readonly parent: string | null;
  readonly updated: string;
}

const USUAL: Columns = {
  id: 'id',
  creator: 'user_id',
  sharing: 'sharing',
  place: null,
  parent: null,
  updated: 'updated_at',
};
const IN_A_COLUMN = { ...USUAL, place: 'workspace_id' };

export const COLUMNS: Readonly<Record<ModelTable, Columns>> = {
  chats: IN_A_COLUMN,
  tools: IN_A_COLUMN,
  prompts: { id: 'no', creator: 'author', sharing: 'visibility', place: 'space', parent: null, updated: 'changed' },
  messages: { ...USUAL, sharing: null, parent: 'chat_id' },
  citations: { ...USUAL, creator: null, sharing: null, parent: 'message_id' },
  assistants: USUAL,
  files: USUAL,
};

/** A row into its table, without the rows of join tables. */
export function insertSql(row: ModelRow): string {
  const { id, creator, sharing, place, parent } = COLUMNS[row.table];
  const pairs: [string | null, string | null | undefined][] = [
    [id, row.id],
    [creator, row.creator],
    [sharing, row.sharing],
    [place, row.workspaces[0]],
    [parent, row.parents[0]?.id],
  ];
  const there = pairs.filter(([column]) => column !== null);
  return `insert into ${row.table} (${there.map(([column]) => column).join(', ')}) values (${there.map(([, value]) => literal(value)).join(', ')})`;
}

/** A row of a join table. */
export interface ModelJoin {
  readonly table: 'assistant_workspaces' | 'file_workspaces' | 'assistant_files';
  /** What is placed, by a workspace’s id or in a parent. */
  readonly row: ModelRow;
  readonly workspace?: string;
  readonly parent?: ModelRow;
}

const SIDES = {
  assistant_workspaces: ['assistant_id', 'workspace_id'],
  file_workspaces: ['file_id', 'workspace_id'],
  assistant_files: ['file_id', 'assistant_id'],
} as const;

/** The columns of what is placed and of where, with their values. */
export const sidesOf = ({ table, row, workspace, parent }: ModelJoin) =>
  [
    [SIDES[table][0], row.id],
    [SIDES[table][1], workspace ?? parent?.id ?? ''],
  ] as const;

export const joinKey = (join: ModelJoin) =>
  sidesOf(join)
    .map(([, value]) => value)
    .join(' ');

/** Every row of the join tables. */
export const joinsOf = ({ rows }: ModelWorld): ModelJoin[] =>
  rows.flatMap((row): ModelJoin[] => {
    if (row.table !== 'assistants' && row.table !== 'files') return [];
    const table = row.table === 'files' ? 'file_workspaces' : 'assistant_workspaces';
    return [
      ...row.workspaces.map((workspace) => ({ table, row, workspace }) as const),
      ...row.parents.map((parent) => ({ table: 'assistant_files', row, parent }) as const),
    ];
  });

export function joinSql(join: ModelJoin, user: string | null): string {
  const [one, other] = sidesOf(join);
  return `insert into ${join.table} (user_id, ${one[0]}, ${other[0]}) values (${[user, one[1], other[1]].map(literal).join(', ')})`;
}

const now = 'now()';

/** Puts a world into a database in place of the one that was there. */
export const worldSql = (world: ModelWorld): string =>
  [
    'delete from chats',
    'delete from prompts',
    'delete from tools',
    'delete from assistants',
    'delete from files',
    'delete from guildhall.workspaces',
    'delete from guildhall.users',
    ...world.people.map((id, number) => {
      const name = `Person ${number}`;
      return `insert into guildhall.users (id, email, email_verified, name, sort_key, search_key, created_at)
        values ('${id}', 'p${number}@acme.example', true, '${name}', '${name}', '${name}', ${now})`;
    }),
    ...world.workspaces.flatMap(({ id, isDeleted, members }) => [
      `insert into guildhall.workspaces (id, name, sort_key, created_at, deleted_at)
        values ('${id}', 'W', 'w', ${now}, ${isDeleted ? now : 'null'})`,
      ...members.map(
        (userId) => `insert into guildhall.members (id, workspace_id, user_id, role, joined_at)
          values ('${id}.${userId}', '${id}', '${userId}', 'member', ${now})`,
      ),
    ]),
    ...world.rows.map(insertSql),
    ...joinsOf(world).map((join) => joinSql(join, join.row.creator)),
  ].join(';\n');

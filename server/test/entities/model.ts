/** The kinds of the chat app: of which table, in workspaces by itself or following a parent. */
export const MODEL_KINDS = {
  chat: { table: 'chats', follows: null },
  message: { table: 'messages', follows: 'chat' },
  citation: { table: 'citations', follows: 'message' },
  prompt: { table: 'prompts', follows: null },
  tool: { table: 'tools', follows: null },
  assistant: { table: 'assistants', follows: null },
  file: { table: 'files', follows: null },
  assistantFile: { table: 'files', follows: 'assistant' },
} as const;
export type ModelKind = keyof typeof MODEL_KINDS;
export type ModelTable = (typeof MODEL_KINDS)[ModelKind]['table'];

/** A row of the host. */
export interface ModelRow {
  readonly table: ModelTable;
  readonly id: string;
  readonly creator: string | null;
  readonly sharing: string;
  /** Where it is: by its column one at most, by a join table any number. */
  readonly workspaces: readonly string[];
  readonly parents: readonly ModelRow[];
}

export interface ModelWorkspace {
  readonly id: string;
  readonly isDeleted: boolean;
  readonly members: readonly string[];
}

export interface ModelWorld {
  readonly seed: number;
  readonly people: readonly string[];
  readonly workspaces: readonly ModelWorkspace[];
  readonly rows: readonly ModelRow[];
}

export const KIND_NAMES = Object.keys(MODEL_KINDS) as ModelKind[];
export const kindsOf = (table: ModelTable) => KIND_NAMES.filter((kind) => MODEL_KINDS[kind].table === table);
/** The workspaces of an entity: its own, or those of what it follows. */
export const placesOf = (kind: ModelKind, { workspaces, parents }: ModelRow): string[] => {
  const { follows } = MODEL_KINDS[kind];
  return follows === null ? [...workspaces] : parents.flatMap((parent) => placesOf(follows, parent));
};

/** Tables whose rows join tables place: such a row is somewhere only after another statement. */
const JOINED: readonly ModelTable[] = ['assistants', 'files'];
/** Tables whose rows belong to a parent, so that whoever writes that writes them. */
const OWNED: readonly ModelTable[] = ['messages', 'citations'];

/** What one person may, null being nobody. */
export interface Model {
  isMine(workspaceId: string): boolean;
  reads(kind: ModelKind, row: ModelRow): boolean;
  /** Reads it as a member. */
  holds(kind: ModelKind, row: ModelRow): boolean;
  /** By whichever kind. */
  sees(row: ModelRow): boolean;
  writes(row: ModelRow): boolean;
  /** Whether the row may become so. */
  puts(row: ModelRow): boolean;
}

/**
 * The rule. Through policies alone, what no join table has placed yet is its creator’s: they have to be able to place it.
 */
export function createModel(world: ModelWorld, me: string | null, through: 'operations' | 'policies'): Model {
  const isMine = (id: string) =>
    world.workspaces.some((one) => one.id === id && !one.isDeleted && me !== null && one.members.includes(me));
  const isOwn = (row: ModelRow) => me !== null && row.creator === me;
  const isLoose = ({ table, workspaces, parents }: ModelRow) =>
    through === 'policies' && JOINED.includes(table) && workspaces.length === 0 && parents.length === 0;

  const holds = (kind: ModelKind, row: ModelRow): boolean => {
    const { follows } = MODEL_KINDS[kind];
    if (isLoose(row) && isOwn(row)) return true;
    return follows === null ? row.workspaces.some(isMine) : row.parents.some((parent) => holds(follows, parent));
  };
  const isPublic = (kind: ModelKind, row: ModelRow): boolean => {
    const { follows } = MODEL_KINDS[kind];
    return follows === null ? row.sharing === 'public' : row.parents.some((parent) => isPublic(follows, parent));
  };
  const reads = (kind: ModelKind, row: ModelRow) => holds(kind, row) || isPublic(kind, row);
  const writes = (row: ModelRow): boolean =>
    OWNED.includes(row.table)
      ? row.parents.some(writes)
      : isOwn(row) && kindsOf(row.table).some((kind) => holds(kind, row));
  return {
    isMine,
    reads,
    holds,
    sees: (row) => kindsOf(row.table).some((kind) => reads(kind, row)),
    writes,
    puts: (row) => writes(row) && (row.table !== 'messages' || isOwn(row)),
  };
}

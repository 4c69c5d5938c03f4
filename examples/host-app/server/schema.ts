/** Made by whom and when, seen by whom: what everything in a workspace has. */
const ITEM = `
    user_id text not null references people,
    sharing text not null default 'private',
    name text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()`;

/** Which workspaces something is in, if it can be in several. */
const places = (kind: string) => `create table if not exists ${kind}_workspaces (
    ${kind}_id text not null references ${kind}s on delete cascade,
    workspace_id text not null,
    user_id text not null references people,
    primary key (workspace_id, ${kind}_id)
  )`;

/**
 * Parley's own tables. Guildhall's stand beside them in the schema `guildhall`; neither alters the other's.
 * `workspace_id` (or a join table) and `sharing` decide who sees a row.
 */
const TABLES = [
  `create table if not exists people (
    id text primary key,
    email text not null unique,
    email_verified boolean not null,
    name text not null,
    title text not null default '',
    created_at timestamptz not null default now()
  )`,
  `create table if not exists sessions (
    id text primary key,
    person_id text not null references people on delete cascade,
    expires_at timestamptz not null
  )`,
  `create table if not exists chats (
    id text primary key,
    workspace_id text not null,
    assistant_id text,${ITEM}
  )`,
  `create table if not exists messages (
    id text primary key,
    chat_id text not null references chats on delete cascade,
    user_id text references people,
    content text not null,
    created_at timestamptz not null default now()
  )`,
  `create table if not exists assistants (id text primary key, content text not null,${ITEM})`,
  places('assistant'),
  `create table if not exists prompts (id text primary key, content text not null,${ITEM})`,
  places('prompt'),
  `create table if not exists files (
    id text primary key,
    type text not null,
    content text not null,${ITEM}
  )`,
  places('file'),
  `create table if not exists assistant_files (
    assistant_id text not null references assistants on delete cascade,
    file_id text not null references files on delete cascade,
    primary key (assistant_id, file_id)
  )`,
];

/** What the first Parleys had not. */
const ADDED = ['chats', 'assistants', 'prompts'].map(
  (table) => `alter table ${table} add column if not exists created_at timestamptz not null default now()`,
);

/** What `guildhall sync-indexes` prints for what is registered in `entities.ts`, and one of Parley's own. */
const INDEXES = [
  'drop index if exists chats_by_workspace, messages_by_chat',
  `create index if not exists chats_in_workspace on chats (workspace_id, updated_at, id collate "C")`,
  `create index if not exists messages_in_chat on messages (chat_id, created_at, id collate "C")`,
  ...['assistant', 'prompt', 'file'].map(
    (kind) =>
      `create index if not exists ${kind}_workspaces_by_${kind} on ${kind}_workspaces (${kind}_id, workspace_id)`,
  ),
  'create index if not exists assistant_files_by_file on assistant_files (file_id, assistant_id)',
];

export const SCHEMA = [...TABLES, ...ADDED, ...INDEXES];

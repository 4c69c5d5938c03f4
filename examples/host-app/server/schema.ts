/**
 * Parley's own tables. Guildhall's stand beside them in the schema `guildhall`; neither alters the other's.
 * `workspace_id` (or a join table) and `sharing` decide who sees a row.
 */
export const SCHEMA = [
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
    user_id text not null references people,
    sharing text not null default 'private',
    name text not null,
    assistant_id text,
    updated_at timestamptz not null default now()
  )`,
  `create index if not exists chats_by_workspace on chats (workspace_id, updated_at desc, id)`,
  `create table if not exists messages (
    id text primary key,
    chat_id text not null references chats on delete cascade,
    user_id text references people,
    content text not null,
    created_at timestamptz not null default now()
  )`,
  `create index if not exists messages_by_chat on messages (chat_id, created_at, id)`,
  `create table if not exists assistants (
    id text primary key,
    user_id text not null references people,
    sharing text not null default 'private',
    name text not null,
    content text not null,
    updated_at timestamptz not null default now()
  )`,
  `create table if not exists assistant_workspaces (
    assistant_id text not null references assistants on delete cascade,
    workspace_id text not null,
    user_id text not null references people,
    primary key (workspace_id, assistant_id)
  )`,
  `create table if not exists prompts (
    id text primary key,
    user_id text not null references people,
    sharing text not null default 'private',
    name text not null,
    content text not null,
    updated_at timestamptz not null default now()
  )`,
  `create table if not exists prompt_workspaces (
    prompt_id text not null references prompts on delete cascade,
    workspace_id text not null,
    user_id text not null references people,
    primary key (workspace_id, prompt_id)
  )`,
];

import { chatId } from '../../entities/hostTables.js';
import type { Random } from '../random.js';

const CHATS = 40;
const ASSISTANTS = 12;
const letters = 'abcdefghij';

/** Transactions of a host that uses all of its tables, each by whatever statement. */
export class Writes {
  constructor(
    private readonly random: Random,
    private readonly workspaceIds: readonly string[],
  ) {}

  next(): string[] {
    const { random } = this;
    // Much at once is rare.
    const acts =
      random.next() < 0.02
        ? [this.#fill, this.#clear, this.#empty]
        : [this.#chat, this.#chat, this.#assistant, this.#below];
    return random.pick(acts).call(this);
  }

  #id = () => chatId(Math.floor(this.random.next() * CHATS));
  #assistantId = () => `assistant-${Math.floor(this.random.next() * ASSISTANTS)}`;
  #workspace = () => this.random.pick(this.workspaceIds);
  #name = () => Array.from({ length: 6 }, () => this.random.pick([...letters])).join('');

  #chat(): string[] {
    const [id, name] = [this.#id(), this.#name()];
    const upsert = `insert into chats (id, workspace_id, name) values ('${id}', '${this.#workspace()}', '${name}')
      on conflict (id) do update set name = excluded.name, updated_at = now()`;
    const of = `where id = '${id}'`;
    return this.random.pick([
      [upsert],
      [upsert],
      [`update chats set name = '${name}', updated_at = clock_timestamp() ${of}`],
      [`update chats set sharing = case sharing when 'public' then 'private' else 'public' end ${of}`],
      [`update chats set workspace_id = '${this.#workspace()}' ${of}`],
      [`delete from chats ${of}`],
      [`delete from chats ${of}`, upsert],
    ]);
  }

  #assistant(): string[] {
    const [id, workspaceId] = [this.#assistantId(), this.#workspace()];
    const make = `insert into assistants (id, name) values ('${id}', '${this.#name()}')
      on conflict (id) do update set name = excluded.name, updated_at = clock_timestamp()`;
    const join = `insert into assistant_workspaces values ('${id}', '${workspaceId}') on conflict do nothing`;
    return this.random.pick([
      [make, join],
      [make],
      [join],
      [`delete from assistant_workspaces where assistant_id = '${id}' and workspace_id = '${workspaceId}'`],
      [`delete from assistants where id = '${id}'`],
    ]);
  }

  #below(): string[] {
    const id = this.#id();
    return this.random.pick([
      [
        `insert into messages (chat_id, content) values ('${id}', '${this.#name()}')`,
        `update chats set updated_at = clock_timestamp() where id = '${id}'`,
      ],
      [`update messages set content = '${this.#name()}' where chat_id = '${id}'`],
      [`delete from messages where chat_id = '${id}'`],
      [`insert into parts (message_id) select id from messages where chat_id = '${id}' limit 1`],
    ]);
  }

  #fill(): string[] {
    return [
      `insert into chats (workspace_id, name) select '${this.#workspace()}', 'many' from generate_series(1, 600)`,
    ];
  }

  #clear(): string[] {
    return [`delete from chats where name = 'many' and workspace_id = '${this.#workspace()}'`];
  }

  #empty(): string[] {
    return ['truncate parts'];
  }
}

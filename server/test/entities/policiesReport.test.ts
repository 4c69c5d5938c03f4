import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../../src/env.js';
import { policies, reportPolicies } from '../../src/entities/policies/command.js';
import { judgePolicy, looksSecret } from '../../src/entities/policies/judge.js';
import { readPolicyArguments } from '../../src/entities/policies/options.js';
import { printPolicies } from '../../src/entities/policies/print.js';
import { DATABASE_KINDS, createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { CHAT_APP_KINDS, createChatApp, runScript } from './fixtures/chatApp.js';

/** Ends a transaction, which then never was. */
class Undone extends Error {
  constructor(readonly lines: readonly string[]) {
    super();
  }
}

const OPTIONS = { user: 'auth.uid()', role: 'authenticated', anon: 'anon' };

describe.each(DATABASE_KINDS)('the report on %s', (kind) => {
  let test: TestDatabase;
  let lines: string[];
  beforeAll(async () => {
    test = await createTestDatabase(kind);
    await createChatApp(test.database);
    lines = await reportPolicies(test.database, CHAT_APP_KINDS, OPTIONS);
  });
  afterAll(() => test.dispose());

  it('names the tables whose security is off', () => {
    const off = lines.filter((line) => line.includes('is off')).map((line) => line.slice(0, line.indexOf(':')));
    expect(off).toEqual(['"public"."citations"', '"public"."prompts"']);
  });

  it('names each policy that undermines the rule, with what it opens and the statement that drops it', () => {
    expect(lines).toContain(
      '"public"."chats": the policy "shared chats" (SELECT, public) opens whatever is not excluded, so also values such as link:',
    );
    expect(lines).toContain('  drop policy "shared chats" on "public"."chats";');
    expect(lines).toContain(
      '"public"."messages": the policy "large models are for those who pay" (INSERT, public) lets write without asking who made the row:',
    );
    expect(lines).toContain(
      '"public"."assistant_workspaces": the policy "own assistant_workspaces" (ALL, public) opens rows without asking for a membership, so also to those who were removed; lets write into workspaces that one is not in:',
    );
  });

  it('names the columns that look secret, and grants the others', () => {
    const at = lines.findIndex((line) =>
      line.startsWith('"public"."tools": whoever reads a row reads "custom_headers"'),
    );
    expect(lines.slice(at + 1, at + 3)).toEqual([
      '  revoke select on "public"."tools" from "authenticated", "anon";',
      '  grant select ("id", "user_id", "name", "created_at", "updated_at", "sharing", "workspace_id", "max_tokens") on "public"."tools" to "authenticated", "anon";',
    ]);
  });

  it('names who is not held back', () => {
    expect(lines.at(-1)).toMatch(/^Held back by no policy: .*postgres.*, and the owners of tables\.$/);
  });

  it('has nothing to say of policies once they are as advised, and of ours never', async () => {
    await runScript(test.database, printPolicies(CHAT_APP_KINDS, OPTIONS));
    await runScript(test.database, lines.filter((line) => /^ {2}(drop|revoke|grant)/.test(line)).join('\n'));
    const left = await reportPolicies(test.database, CHAT_APP_KINDS, OPTIONS);
    expect(left.filter((line) => line.includes('policy "') || line.includes('is off'))).toEqual([]);
  });

  it('names what else would make them say something else', async () => {
    const said = await test.database
      .transaction(async (executor) => {
        const changes = [
          'grant anon to authenticated',
          'create role bound nologin',
          'alter table prompts owner to bound',
          'alter table prompts force row level security',
          'alter table tools owner to authenticated',
        ];
        for (const change of changes) await executor.orm.execute(sql.raw(change));
        throw new Undone(await reportPolicies(executor, CHAT_APP_KINDS, OPTIONS));
      })
      .catch((error: unknown) => {
        if (error instanceof Undone) return error.lines;
        throw error;
      });
    expect(said.some((line) => line.startsWith('authenticated has the rights of anon'))).toBe(true);
    expect(said.some((line) => line.startsWith('"public"."prompts": policies hold its owner back, too'))).toBe(true);
    expect(said).toContain('"public"."tools" belongs to authenticated, whom no policy holds back.');
  });

  it('names the tables that were registered once, and those that are not there', async () => {
    const [chat, ...others] = CHAT_APP_KINDS;
    if (!chat) throw new Error('no kind');
    const missing = { ...chat, table: { schema: 'public', name: 'conversations' } };
    const kinds = [missing, ...others.filter(({ name }) => name === 'prompt')];
    const said = await reportPolicies(test.database, kinds, { ...OPTIONS, anon: 'nobody' });
    expect(said).toContain('"public"."conversations" is not there, so this fails. Register chat as it is.');
    expect(said).toContain(
      'There is no role nobody, so this fails. Name yours with --role and --anon, or say --no-anon.',
    );
    expect(said).toContain('  drop policy "guildhall_select" on "public"."chats";');
  });
});

describe('what a policy is said to do', () => {
  const usual = { name: 'p', isPermissive: true, roles: ['public'], using: null, check: null } as const;
  const by = { roles: ['authenticated', 'anon'], creators: ['user_id'] };
  it.each([
    ['opens every row', { command: 'SELECT', using: 'true' }],
    [
      'opens whatever is not excluded, so also values such as link',
      { command: 'SELECT', using: "(sharing <> 'private'::text)" },
    ],
    [null, { command: 'SELECT', using: "(sharing = 'public'::text)" }],
    [null, { command: 'SELECT', using: 'guildhall.policy_holds_chat(id)' }],
    [null, { command: 'SELECT', using: 'true', roles: ['reports'] }],
    ['lets write without asking who made the row', { command: 'INSERT', check: "(model = 'small'::text)" }],
    ['lets write without asking who made the row', { command: 'DELETE', using: '(old_user_id = auth.uid())' }],
    [
      'lets write without asking who made the row',
      { command: 'INSERT', check: '(EXISTS ( SELECT FROM profiles p WHERE (p.user_id = auth.uid())))' },
    ],
    [
      'lets write into workspaces that one is not in',
      { command: 'INSERT', check: '(user_id = ( SELECT auth.uid() AS uid))' },
    ],
    [null, { command: 'INSERT', check: '((user_id = auth.uid()) AND is_member(workspace_id))' }],
    [
      'is restrictive: it may hide from members what is theirs to read',
      { command: 'ALL', isPermissive: false, using: '(user_id = auth.uid())' },
    ],
  ] as const)('%s', (expected, policy) => {
    expect(judgePolicy({ ...usual, ...policy }, by)).toBe(expected);
  });

  it.each([
    ['api_key', 'text', true],
    ['openaiApiKey', 'text', true],
    ['custom_headers', 'jsonb', true],
    ['refresh_token', 'text', true],
    ['password_hash', 'text', true],
    ['max_tokens', 'integer', false],
    ['token_count', 'bigint', false],
    ['secretary', 'text', false],
    ['monkey', 'text', false],
  ])('%s of %s looks secret: %s', (name, type, expected) => {
    expect(looksSecret({ name, type })).toBe(expected);
  });
});

describe('the command', () => {
  it('takes the usual names, or those that it is told', () => {
    expect(readPolicyArguments([])).toEqual({ ...OPTIONS, isReportOnly: false, isOffline: false });
    expect(
      readPolicyArguments(['--user', "current_setting('app.user_id', true)", '--role', 'app', '--no-anon']),
    ).toEqual({
      user: "current_setting('app.user_id', true)",
      role: 'app',
      anon: null,
      isReportOnly: false,
      isOffline: false,
    });
  });

  it('says what is wrong with what it is told', () => {
    expect(() => readPolicyArguments(['--table', 'chats'])).toThrow(/Use: guildhall policies/);
    expect(() => readPolicyArguments(['--report', '--offline'])).toThrow(/does not look/);
    expect(() => readPolicyArguments(['--user', 'current_user'])).toThrow(/function’s owner/);
    expect(readPolicyArguments(['--user', "current_setting('app.user', true)"]).user).toContain('app.user');
  });

  it('prints policies with what it found, the report alone, or without having looked', async () => {
    const { url, database, dispose } = await createTestDatabase('postgres');
    await createChatApp(database);
    const say = async (args: readonly string[], env: Record<string, string>) => {
      const said: string[] = [];
      await policies(readEnv(env), args, { kinds: CHAT_APP_KINDS, print: (text) => said.push(text) });
      return said.join('\n');
    };
    const env = { DATABASE_URL: url ?? '' };
    const whole = await say([], env);
    expect(whole).toContain('--   drop policy "shared chats" on "public"."chats";\n');
    expect(whole).toMatch(/\nbegin;\n[^]*\ncommit;\n$/);
    await runScript(database, whole);
    expect(await say(['--report'], env)).not.toContain('create policy');
    expect(await say([], {})).toContain('-- No database was looked at.');
    expect(await say(['--offline'], env)).toContain('-- No database was looked at.');
    await expect(say(['--report'], {})).rejects.toThrow(/Set DATABASE_URL/);
    await dispose();
  });

  it('puts nothing of a name outside its comment', () => {
    const [chat] = CHAT_APP_KINDS;
    if (!chat) throw new Error('no kind');
    const text = printPolicies([chat], OPTIONS, ['a policy called\ndrop table chats;']);
    expect(text).not.toMatch(/^drop table/m);
  });
});

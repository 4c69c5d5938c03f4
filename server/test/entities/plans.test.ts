import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices } from '../../src/services.js';
import { createTestDatabase } from '../support/databases.js';
import type { TestDatabase } from '../support/databases.js';
import { identityOf, testDeps } from '../support/inProcess.js';
import { seedWorld } from '../support/seedWorld.js';
import { REGISTERED, createTables, makeIndexes, run } from './indexedTables.js';
import { explain, recordStatements } from './plans.js';
import type { Asked } from './plans.js';

/** Half of them in one workspace, and all others in small ones: what PostgreSQL takes to be usual is not. */
const ROWS = 20_000;
const LIMIT = 50;
/** Assistants of the workspace that is asked for. */
const FEW = 200;
const SEED = [
  `insert into chats (id, workspace_id, user_id, name, sharing, created_at, updated_at)
     select ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, case n % 2 when 0 then 'w0' else 'x' || n / 5 end, 'mia', 'Chat ' || n, 'private',
            now() - n * interval '1 minute', case when n % 3 > 0 then now() - n / 5 * interval '1 minute' end
       from generate_series(1, ${ROWS}) n`,
  `insert into notes (id, workspace_id, sharing, updated_at)
     select 'n' || n, case n % 2 when 0 then 'w0' else 'x' || n / 5 end, 'private', now() - n / 5 * interval '1 minute' from generate_series(1, ${ROWS}) n`,
  `insert into messages (chat_id, updated_at)
     select '00000000-0000-4000-8000-000000000004', now() - n / 5 * interval '1 minute' from generate_series(1, ${ROWS}) n`,
  `insert into assistants (id, user_id, name, sharing, updated_at)
     select 'a' || n, 'mia', 'Assistant ' || n, 'private', now() - n / 5 * interval '1 minute' from generate_series(1, ${ROWS}) n`,
  `insert into assistant_workspaces select 'a' || n, case when n <= ${FEW} then 'w0' else 'w' || 1 + n % 3 end
     from generate_series(1, ${ROWS}) n`,
];
/** What was made after PostgreSQL has looked at the tables last. */
const FILL_LATER = `insert into chats (workspace_id, updated_at)
  select 'w1', now() - n * interval '1 minute' from generate_series(1, 5000) n`;

describe('with these indexes, at 20,000 rows', () => {
  let test: TestDatabase;
  let asked: Asked[];
  let list: (input: {
    kind: string;
    workspaceId?: string;
    parentId?: string;
    cursor?: string;
  }) => Promise<{ nextCursor: string | null; items: unknown[] }>;
  let count: () => Promise<unknown>;
  beforeAll(async () => {
    test = await createTestDatabase('postgres');
    await createTables(test.database);
    await makeIndexes(test.database);
    for (const text of SEED) await run(test.database, text);
    const mia = { id: 'mia', email: 'mia@acme.example', name: 'Mia' };
    const workspaces = [0, 1, 2, 3].map((n) => ({
      id: `w${n}`,
      name: `W${n}`,
      members: [{ userId: 'mia', role: 'owner' as const }],
    }));
    await seedWorld(test.database, { now: '2026-03-02T09:00:00.000Z', users: [mia], workspaces });
    await run(test.database, 'analyze');
    await run(test.database, FILL_LATER);
    const recorded = recordStatements(test.database);
    asked = recorded.asked;
    const { operations } = createServices(testDeps(recorded.database, { entities: REGISTERED }));
    list = (input) => operations['entities.list'](identityOf(mia), { workspaceId: 'w0', limit: LIMIT, ...input });
    count = () => operations['entities.counts'](identityOf(mia), { workspaceId: 'w0' });
    await list({ kind: 'chat' });
  });
  afterAll(() => test.dispose());

  const lastAsked = async (asking: () => Promise<unknown>) => {
    const before = asked.length;
    await asking();
    expect(asked.length - before, 'one statement').toBe(1);
    const [one] = asked.slice(before);
    if (!one) throw new Error('Nothing was asked.');
    return one;
  };

  it.each([
    ['chat', 'w0', undefined],
    ['chat', 'w1', undefined],
    ['note', 'w0', undefined],
    ['message', 'w0', '00000000-0000-4000-8000-000000000004'],
  ])('pages of %s in %s read what they show, at the beginning and deep down', async (kind, workspaceId, parentId) => {
    const input = { kind, workspaceId, ...(parentId !== undefined && { parentId }) };
    let cursor: string | undefined;
    for (let page = 0; page < 40; page += 1) {
      let next: string | null = null;
      const one = await lastAsked(async () => {
        const answer = await list({ ...input, ...(cursor !== undefined && { cursor }) });
        expect(answer.items).toHaveLength(LIMIT);
        next = answer.nextCursor;
      });
      cursor = next ?? expect.fail('there is another page');
      if (page % 13 > 0) continue;
      for (const mode of ['custom', 'generic'] as const) {
        const { nodes, visited, plan } = await explain(test.database, one, mode);
        const told = `page ${page}, ${mode}: ${JSON.stringify(plan, null, 1)}`;
        expect(nodes, told).not.toContain('Seq Scan');
        expect(
          nodes.filter((node) => node.includes('Sort')),
          told,
        ).toEqual([]);
        // Each message looks at its chat.
        expect(visited, told).toBeLessThanOrEqual((parentId === undefined ? 1 : 2) * (LIMIT + 1) + 2);
      }
    }
  });

  it('counts are one statement, which stops at one more than it says', async () => {
    const one = await lastAsked(count);
    for (const mode of ['custom', 'generic'] as const) {
      const { nodes, visited, plan } = await explain(test.database, one, mode);
      expect(nodes, JSON.stringify(plan, null, 1)).not.toContain('Seq Scan');
      expect(visited).toBeLessThanOrEqual(2 * 1_001 + 3 * FEW);
    }
  });

  it('lists of a joined kind read what its workspace has, and not the others', async () => {
    const one = await lastAsked(() => list({ kind: 'assistant' }));
    for (const mode of ['custom', 'generic'] as const) {
      const { nodes, visited, plan } = await explain(test.database, one, mode);
      const told = `${mode}: ${JSON.stringify(plan, null, 1)}`;
      expect(nodes, told).not.toContain('Seq Scan');
      expect(visited, told).toBeLessThanOrEqual(3 * FEW + 10);
    }
  });
});

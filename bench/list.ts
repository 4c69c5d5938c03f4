import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { makeWorld } from 'guildhall/testing';
import type { Row } from './row.js';
import { startBenchServer, tokenOf } from './server/process.js';
import type { BenchServer } from './server/process.js';

const ROUNDS = 7;
const REQUESTS = 600;
const CONNECTIONS = 10;

const OURS = '/api/workspaces/big/members?limit=50';
const PLAIN = '/plain/workspaces/big/members';

/** Asks once, and answers with how many members came. */
async function ask(agent: Agent, port: number, path: string): Promise<number> {
  const headers = { authorization: tokenOf('user-1') };
  const asked = request({ agent, host: '127.0.0.1', port, path, headers }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const { items } = JSON.parse(await text(response)) as { items?: unknown[] };
  return items?.length ?? 0;
}

/** What one request costs the server's process, at ten connections: milliseconds of processor, and statements. */
async function costOf(server: BenchServer, agent: Agent, path: string): Promise<{ cpuMs: number; statements: number }> {
  const before = await server.usage('time');
  let left = REQUESTS;
  const client = async () => {
    while (left-- > 0)
      if ((await ask(agent, server.port, path)) !== 50) throw new Error(`${path} answered with no page of 50 members.`);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, client));
  const after = await server.usage('time');
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / REQUESTS,
    statements: (after.statements - before.statements) / REQUESTS,
  };
}

/**
 * `members.list` over HTTP, 50 of 1,000, for somebody whose session stands in a table of the host's, beside one query
 * by hand in Express. In turns, after one that counts for nothing; the least
 * of them, since whatever else the machine does only adds to it.
 */
export async function measureList(): Promise<Row[]> {
  const server = await startBenchServer(makeWorld({ members: 1_000 }));
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    const rounds = [];
    for (let round = 0; round <= ROUNDS; round += 1)
      rounds.push({ ours: await costOf(server, agent, OURS), plain: await costOf(server, agent, PLAIN) });
    const counted = rounds.slice(1);
    const plain = Math.min(...counted.map((round) => round.plain.cpuMs));
    return [
      {
        what: 'members.list, 50 of 1,000, signed in: CPU a request',
        measured: Math.min(...counted.map(({ ours }) => ours.cpuMs)),
        budget: 0.8,
        unit: 'ms',
        peer: { name: 'one query by hand in Express', value: plain },
      },
      {
        what: '… statements a request, with the session’s',
        measured: Math.max(...counted.map(({ ours }) => ours.statements)),
        budget: 2,
        unit: 'statements',
        peer: { name: 'Better Auth', value: 7 },
      },
    ];
  } finally {
    agent.destroy();
    await server.stop();
  }
}

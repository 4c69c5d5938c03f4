import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import type { Response } from 'express';
import { createMemoryBackend } from 'guildhall/adapters/memory';
import { toSearchKey } from 'guildhall/contract';
import type { GuildhallAdapter, GuildhallEvent, Member } from 'guildhall/contract';
import { makeWorld } from 'guildhall/testing';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('.', import.meta.url));

/** The pages as a host would build them, and a server whose answers are prepared. */
export interface BenchHost {
  readonly origin: string;
  readonly members: readonly Member[];
  /** Tells all pages that a member has changed. */
  change(member: Member): void;
  stop(): Promise<void>;
}

/** Built for production, but with the React that says how long it works. */
async function buildPages(outDir: string): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { 'react-dom/client': 'react-dom/profiling' } },
    build: {
      outDir,
      emptyOutDir: true,
      chunkSizeWarningLimit: 2_000,
      rollupOptions: { input: { ours: join(ROOT, 'ours.html'), plain: join(ROOT, 'plain.html') } },
    },
  });
}

async function allMembers({ members }: GuildhallAdapter): Promise<Member[]> {
  const all: Member[] = [];
  let cursor: string | undefined;
  do {
    const page = await members.list({ workspaceId: 'big', limit: 200, ...(cursor !== undefined && { cursor }) });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** Serves the pages, and a workspace of so many members, all in one answer. */
export async function startHost(size: number): Promise<BenchHost> {
  const outDir = await mkdtemp(join(tmpdir(), 'guildhall-bench-'));
  await buildPages(outDir);
  const adapter = createMemoryBackend(makeWorld({ members: size })).as('user-1');
  const members = await allMembers(adapter);
  const workspace = await adapter.workspaces.get({ workspaceId: 'big' });
  const keys = members.map(({ name, email }) => toSearchKey(`${name} ${email}`));
  // Written out ahead, since the server's time is not what is measured.
  const texts = members.map((member) => JSON.stringify(member));
  const listening = new Set<Response>();
  let seq = 1;

  const app = express().use(express.static(outDir));
  app.get('/api/workspaces/big', (_request, response) => void response.json({ ...workspace, seq }));
  app.get('/api/workspaces/big/members', (request, response) => {
    const wanted = toSearchKey(String(request.query.search ?? ''));
    const found = wanted === '' ? texts : texts.filter((_, index) => keys[index]?.includes(wanted));
    const rest = JSON.stringify({ nextCursor: null, totalCount: found.length, seq });
    response.type('json').end(`{"items":[${found.join(',')}],${rest.slice(1)}`);
  });
  const tell = (response: Response, event: GuildhallEvent) => response.write(`data: ${JSON.stringify(event)}\n\n`);
  app.get('/api/events', (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    listening.add(response);
    response.once('close', () => listening.delete(response));
    tell(response, { topic: 'stream', type: 'ready', viewer: 1, workspace: { id: 'big', seq } });
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    members,
    change(member) {
      seq += 1;
      for (const response of listening)
        tell(response, { topic: 'members', type: 'updated', workspaceId: 'big', seq, member });
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

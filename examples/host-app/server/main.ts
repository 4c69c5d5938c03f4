import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import { createParley } from './app.js';
import { readConfig } from './config.js';
import { seedBilling } from './seed/billing.js';
import { STAND_IN_PATH, openStripe } from './stripe.js';

type Parley = Awaited<ReturnType<typeof createParley>>;

/** How long requests under way may take once the process is asked to stop, in milliseconds. */
const GRACE = 5_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const isDevelopment = process.argv.includes('--dev');

  // Mails link here, so the address is settled first.
  const port = config.port || (await findFreePort());
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`;
  const stripe = await openStripe(config.stripe, {
    publicUrl: `http://127.0.0.1:${port}`,
    directory: config.directory,
  });
  const vite = isDevelopment ? await openVite(stripe.simulator !== null) : undefined;
  const parley = await createParley({ ...config, publicUrl }, stripe, vite?.middlewares as RequestHandler | undefined);
  const server = createServer(parley.app);
  let stopping: Promise<unknown> | undefined;
  const stop = () => (stopping ??= Promise.all([stopServer(server, parley).then(stripe.close), vite?.close()]));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await listen(server, port, config.host);
  } catch (error) {
    await parley.drain();
    await parley.close();
    await stripe.close();
    throw error;
  }
  if (stripe.simulator) await seedBilling(publicUrl, stripe.simulator);
  console.log(`Parley is at ${publicUrl}`);
  if (stripe.simulator) console.log(`Its Stripe is simulated: ${stripe.simulator.page}`);
  if (config.email.transport.kind === 'outbox') console.log(`Its mail is at ${publicUrl}/api/guildhall/outbox`);
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`Port ${port} is taken by another process. Set PORT to another one.`) : error);
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, 0, '127.0.0.1');
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Takes no more requests, lets those under way end, then lets go of the database. */
async function stopServer(server: Server, parley: Parley): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const impatience = setTimeout(() => server.closeAllConnections(), GRACE);
  await parley.drain();
  server.closeIdleConnections();
  await closed;
  clearTimeout(impatience);
  await parley.close();
}

/** Parley's sources, with changes shown at once; before them what stands in for Stripe.js, where it is simulated. */
async function openVite(isSimulated: boolean) {
  const { createServer: createVite } = await import('vite');
  const standIn = { tag: 'script', attrs: { src: STAND_IN_PATH }, injectTo: 'head-prepend' as const };
  const plugins = isSimulated ? [{ name: 'stripe-stand-in', transformIndexHtml: () => [standIn] }] : [];
  return createVite({ configFile: 'vite.config.ts', plugins, server: { middlewareMode: true } });
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  // What had begun to work before it failed would keep the process alive.
  process.exit(1);
}

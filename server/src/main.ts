import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { RequestHandler } from 'express';
import { billingFromConfig } from './billing/plansFile.js';
import { createGuildhall } from './createGuildhall.js';
import { developmentSignIn } from './developmentSignIn.js';
import type { Config } from './env.js';

/** A standalone server that is up. */
export interface RunningServer {
  readonly url: string;
  /** Lets requests under way finish for five seconds, then closes everything. */
  stop(): Promise<void>;
}

const GRACE_MS = 5_000;

/**
 * Runs Guildhall alone, to try it and to develop against. Who is signed in is whatever the developer says, so it
 * does not run in production: there, mount `createGuildhall` in the app that knows its users.
 *
 * @throws Error in production; or where the address or the database is taken
 */
export async function serve(config: Config): Promise<RunningServer> {
  if (config.production) {
    throw new Error(
      '`guildhall serve` signs in anybody as anybody, so it is for development. Mount createGuildhall in your app.',
    );
  }
  const billing = await billingFromConfig(config);
  // The address comes first: mails link to it, and with PORT=0 only the system knows it.
  let answer: RequestHandler = (_request, response) => void response.status(503).end();
  const server = createServer(express().use((...args) => answer(...args)));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  const url = `http://${config.host}:${(server.address() as AddressInfo).port}`;
  const guildhall = await createGuildhall({
    ...config,
    billing,
    publicUrl: config.publicUrl ?? url,
    authenticate: developmentSignIn,
  });
  await guildhall.migrate();
  answer = express().disable('x-powered-by').use('/api/guildhall', guildhall.router);
  return {
    url,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
      await guildhall.close();
      server.closeIdleConnections();
      await closed;
      clearTimeout(impatience);
    },
  };
}

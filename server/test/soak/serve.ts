import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createGuildhall } from '../../src/index.js';
import { soakWorld } from './scenarios.js';

/** One of the server processes of a soak: it is told of its database, and tells its address. */
const people = new Map(soakWorld.users.map((user) => [user.id, user]));
const plenty = 1_000_000_000;

const guildhall = await createGuildhall({
  database: { kind: 'postgres', url: process.argv[2] ?? '', poolSize: 10 },
  authenticate: (request) => {
    const user = people.get(request.get('x-user') ?? '');
    return user ? { userId: user.id, email: user.email, emailVerified: true, name: user.name } : null;
  },
  secret: 'the same secret in every process of the soak',
  publicUrl: 'http://soak.example',
  appName: 'Soak',
  email: { from: 'soak@soak.example', transport: { kind: 'outbox' } },
  limits: { invitationsPerSenderPerHour: plenty, invitationsPerWorkspacePerDay: plenty },
});
await guildhall.migrate();
const app = express().use('/api', guildhall.router);
const server = createServer(app).listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

function stop(): void {
  server.close();
  server.closeAllConnections();
  void guildhall.close().then(() => process.exit(0));
}
process.once('SIGTERM', stop);
// Whoever started this is gone.
process.once('disconnect', stop);

import { createGuildhall, openDatabase } from '@guildhall/server';
import type { Database } from '@guildhall/server';
import cookieParser from 'cookie-parser';
import express from 'express';
import type { RequestHandler } from 'express';
import { createApi } from './api.js';
import type { Config } from './config.js';
import { parleyDatabase } from './database.js';
import { ENTITIES, readRules } from './entities.js';
import { answerErrors } from './http.js';
import { builtPage } from './page.js';
import { PLANS } from './plans.js';
import { SCHEMA } from './schema.js';
import { seedOnce } from './seed/seed.js';
import { createSessions } from './sessions.js';
import { STAND_IN_PATH, standIn } from './stripe.js';
import type { ParleyStripe } from './stripe.js';

type ParleyConfig = Config & { publicUrl: string };
type Page = RequestHandler | RequestHandler[];

/** Parley's own server, with Guildhall's in it. */
export async function createParley(config: ParleyConfig, stripe: ParleyStripe, page: Page = builtPage(stripe)) {
  // An embedded database has one holder: Parley opens it and hands it over. On PostgreSQL you may as well keep a pool
  // of your own, and give Guildhall the URL.
  const database = await openDatabase(config.database);
  try {
    const { app, guildhall } = await assemble(config, database, stripe, page);
    return {
      app,
      /** Sends the live connections away, which would never end by themselves. */
      drain: guildhall.close,
      /** Lets go of the database, once no request needs it any more. */
      close: database.close,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function assemble(config: ParleyConfig, database: Database, stripe: ParleyStripe, page: Page) {
  const { sql, alone } = parleyDatabase(database);
  const sessions = createSessions(sql, { secureCookie: config.publicUrl.startsWith('https:') });

  await alone(async (start) => {
    for (const statement of SCHEMA) await start(statement);
  });

  // All that a host's server does for Guildhall: say where the data is, what of it is in workspaces, and who sends a request.
  const guildhall = await createGuildhall({
    database,
    authenticate: sessions.authenticate,
    secret: config.secret,
    publicUrl: config.publicUrl,
    appName: 'Parley',
    email: config.email,
    billing: { plans: PLANS, stripe: stripe.keys },
    entities: ENTITIES,
    clock: stripe.clock,
  });
  await guildhall.migrate();
  // A host with migrations of its own runs `guildhall sync-triggers` with them.
  await guildhall.entities.syncTriggers();
  await seedOnce({ sql, alone }, guildhall);
  const rules = await readRules(guildhall);

  const app = express();
  app.disable('x-powered-by');
  app.use(cookieParser(config.secret));
  app.use('/api/guildhall', guildhall.router);
  app.use('/api', express.json(), sessions.router, createApi({ sql, guildhall, rules, personOf: sessions.personOf }));
  app.use('/api', (_request, response) => void response.status(404).json({ message: 'There is nothing here.' }));
  if (stripe.simulator) app.get(STAND_IN_PATH, standIn(stripe.simulator.script));
  app.use(page);
  app.use(answerErrors);
  return { app, guildhall };
}

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createGuildhall, openDatabase } from '@guildhall/server';
import type { Database } from '@guildhall/server';
import cookieParser from 'cookie-parser';
import express from 'express';
import type { RequestHandler } from 'express';
import { createApi } from './api.js';
import type { Config } from './config.js';
import { parleyDatabase } from './database.js';
import { answerErrors, secureHeaders } from './http.js';
import { SCHEMA } from './schema.js';
import { seedOnce } from './seed/seed.js';
import { createSessions } from './sessions.js';

const CLIENT = fileURLToPath(new URL('../dist', import.meta.url));

type ParleyConfig = Config & { publicUrl: string };
type Page = RequestHandler | RequestHandler[];

/** Parley's own server, with Guildhall's in it. */
export async function createParley(config: ParleyConfig, page: Page = builtPage()) {
  // An embedded database has one holder: Parley opens it and hands it over. On PostgreSQL you may as well keep a pool
  // of your own, and give Guildhall the URL.
  const database = await openDatabase(config.database);
  try {
    const { app, guildhall } = await assemble(config, database, page);
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

async function assemble(config: ParleyConfig, database: Database, page: Page) {
  const { sql, alone } = parleyDatabase(database);
  const sessions = createSessions(sql, { secureCookie: config.publicUrl.startsWith('https:') });

  // All that a host's server does for Guildhall: say where the data is, and who sends a request.
  const guildhall = await createGuildhall({
    database,
    authenticate: sessions.authenticate,
    secret: config.secret,
    publicUrl: config.publicUrl,
    appName: 'Parley',
    email: config.email,
  });
  await guildhall.migrate();
  await alone(async (start) => {
    for (const statement of SCHEMA) await start(statement);
  });
  await seedOnce({ sql, alone }, guildhall);

  const app = express();
  app.disable('x-powered-by');
  app.use(cookieParser(config.secret));
  app.use('/api/guildhall', guildhall.router);
  app.use('/api', express.json(), sessions.router, createApi({ sql, guildhall, personOf: sessions.personOf }));
  app.use('/api', (_request, response) => void response.status(404).json({ message: 'There is nothing here.' }));
  app.use(page);
  app.use(answerErrors);
  return { app, guildhall };
}

/** What `vite build` made: its files, and its one page for every address of the app. */
function builtPage(): RequestHandler[] {
  if (!existsSync(CLIENT)) throw new Error('Parley has not been built yet. Run `npm run build` in examples/host-app.');
  const files = express.static(CLIENT, { index: false, maxAge: '1h' });
  const answer: RequestHandler = (request, response, next) => {
    if (request.path.startsWith('/assets/')) next();
    else response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: CLIENT });
  };
  return [secureHeaders, files, answer];
}

import { randomUUID } from 'node:crypto';
import type { Identity } from '@guildhall/server';
import { Router } from 'express';
import type { CookieOptions, Request } from 'express';
import * as z from 'zod';
import type { Sql } from './database.js';
import { HttpError, parseBody } from './http.js';

const COOKIE = 'parley_session';
const DAYS_30 = 30 * 24 * 60 * 60 * 1000;

/** Somebody who can sign in, as the browser gets them. */
export interface Person {
  id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  title: string;
}

const PERSON = `people.id, people.name, people.email, people.email_verified as "emailVerified", people.title`;

const signIn = z.union([
  z.strictObject({ personId: z.string().max(200) }),
  z.strictObject({
    name: z.string().trim().min(1).max(80),
    email: z.email().max(320).toLowerCase(),
    emailVerified: z.boolean(),
  }),
]);

/**
 * Sign-in for development: anybody may be anybody, since there is nothing to protect. Your app has a real one, and
 * what Guildhall needs of it is `authenticate` below.
 */
export function createSessions(sql: Sql, options: { secureCookie: boolean }) {
  const cookie: CookieOptions = {
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    secure: options.secureCookie,
    path: '/',
  };

  async function personOf(request: Request): Promise<Person | null> {
    const id: unknown = request.signedCookies[COOKIE];
    if (typeof id !== 'string') return null;
    const [person] = await sql<Person>(
      `select ${PERSON} from sessions join people on people.id = sessions.person_id
       where sessions.id = $1 and sessions.expires_at > now()`,
      [id],
    );
    return person ?? null;
  }

  /** Who sends a request: all that Guildhall ever asks about sign-in. */
  async function authenticate(request: Request): Promise<Identity | null> {
    const person = await personOf(request);
    if (!person) return null;
    return { userId: person.id, name: person.name, email: person.email, emailVerified: person.emailVerified };
  }

  async function findOrMake(input: z.infer<typeof signIn>): Promise<Person> {
    const [person] =
      'personId' in input
        ? await sql<Person>(`select ${PERSON} from people where id = $1`, [input.personId])
        : await sql<Person>(
            `insert into people (id, name, email, email_verified) values ($1, $2, $3, $4)
             on conflict (email) do update set name = excluded.name, email_verified = excluded.email_verified
             returning ${PERSON}`,
            [randomUUID(), input.name, input.email, input.emailVerified],
          );
    if (!person) throw new HttpError(404, 'Nobody has this id.');
    return person;
  }

  const router = Router();
  router.get('/people', async (_request, response) => {
    response.json(await sql<Person>(`select ${PERSON} from people where title <> '' order by created_at, id`));
  });
  router.get('/session', async (request, response) => {
    response.json({ person: await personOf(request) });
  });
  router.post('/session', async (request, response) => {
    const person = await findOrMake(parseBody(signIn, request.body));
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + DAYS_30);
    await sql('insert into sessions (id, person_id, expires_at) values ($1, $2, $3)', [id, person.id, expiresAt]);
    response.cookie(COOKIE, id, { ...cookie, expires: expiresAt }).json({ person });
  });
  router.post('/session/verification', async (request, response) => {
    const person = await personOf(request);
    if (!person) throw new HttpError(401, 'Sign in first.');
    await sql('update people set email_verified = true where id = $1', [person.id]);
    response.json({ person: { ...person, emailVerified: true } });
  });
  router.delete('/session', async (request, response) => {
    await sql('delete from sessions where id = $1', [request.signedCookies[COOKIE] || null]);
    response.clearCookie(COOKIE, cookie).json({ person: null });
  });

  return { router, authenticate, personOf };
}

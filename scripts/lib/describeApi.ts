import { ERROR_STATUS, guildhallEvent, operationNames, PERMISSIONS, routes } from 'guildhall/contract';
import type { Access, ErrorCode, OperationName } from 'guildhall/contract';
import * as z from 'zod/mini';
import { describeOutput } from './namedSchemas.js';
import type { Json } from './namedSchemas.js';
import manifest from '../../package.json' with { type: 'json' };

const WHO: Record<Exclude<Access, (typeof PERMISSIONS)[number]>, string> = {
  public: 'Anybody.',
  signed_in: 'Whoever is signed in.',
  addressee: 'Whoever is signed in with the verified address that the invitation names.',
  member: 'A member of the workspace; to others it does not exist.',
};

const codesOf = (status: number) =>
  (Object.keys(ERROR_STATUS) as ErrorCode[]).filter((code) => ERROR_STATUS[code] === status);

/** RFC 9457, with the contract's code and what belongs to it. */
const PROBLEM: Json = {
  type: 'object',
  required: ['type', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'For developers, in English.' },
    code: { enum: Object.keys(ERROR_STATUS) },
    details: {
      type: 'object',
      description: 'What belongs to the code: the reason of a conflict, the fields at fault.',
    },
    retryAfterMs: { type: 'number', description: 'When asking again may succeed, in milliseconds from now.' },
  },
};

/** Inputs are told in full: they share nothing but ids. */
function inputOf(schema: z.ZodMiniType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as Json;
  return json;
}

/** Everything that has a name in the answers and events. */
function namedSchemas(): Record<string, Json> {
  const answers = operationNames.map((name) => describeOutput(routes[name].output).definitions);
  const events = describeOutput(guildhallEvent);
  const all: Record<string, Json> = Object.assign({ GuildhallEvent: events.schema }, ...answers, events.definitions);
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A schema's fields: those of its object, or of all the objects it may be. */
function fieldsOf(schema: Json): { properties: Record<string, Json>; required: string[] } {
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  return { properties, required: (schema.required ?? []) as string[] };
}

function parameter(name: string, place: 'path' | 'query', schema: Json, required: boolean): Json {
  return { name, in: place, required: place === 'path' || required, schema };
}

function operationOf(name: OperationName): Json {
  const { method, path, access, summary, input, output } = routes[name];
  const { properties, required } = fieldsOf(inputOf(input));
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, field = '']) => field);
  const rest = Object.keys(properties).filter((field) => !inPath.includes(field));
  const isBodiless = method === 'GET' || method === 'DELETE';
  const isWrite = method !== 'GET' && access !== 'public';
  const permission = PERMISSIONS.find((one) => one === access);
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary,
    description: permission ? `Needs \`${permission}\` in the workspace.` : WHO[access as keyof typeof WHO],
    ...(access === 'public' ? { security: [] } : {}),
    parameters: [
      ...inPath.map((field) => parameter(field, 'path', properties[field] ?? {}, true)),
      ...(isBodiless
        ? rest.map((field) => parameter(field, 'query', properties[field] ?? {}, required.includes(field)))
        : []),
      ...(isWrite ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(isBodiless ? {} : { requestBody: bodyOf(properties, required, rest) }),
    responses: {
      200: { description: 'Done.', content: { 'application/json': { schema: describeOutput(output).schema } } },
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function bodyOf(properties: Record<string, Json>, required: string[], rest: string[]): Json {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(rest.map((field) => [field, properties[field]])),
    required: required.filter((field) => rest.includes(field)),
    additionalProperties: false,
  };
  return { required: true, content: { 'application/json': { schema } } };
}

const STREAM: Json = {
  operationId: 'subscribe',
  tags: ['events'],
  summary: "What happens: one's own topic, and one workspace's where given. Server-Sent Events.",
  description: 'Each event is a `GuildhallEvent`; its `id` is opaque, and `Last-Event-ID` resumes after it.',
  parameters: [
    parameter('workspaceId', 'query', { type: 'string' }, false),
    { name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } },
  ],
  responses: {
    200: {
      description: 'A stream that stays open.',
      content: { 'text/event-stream': { schema: { $ref: '#/components/schemas/GuildhallEvent' } } },
    },
    default: { $ref: '#/components/responses/Problem' },
  },
};

/** The HTTP interface of the server as an OpenAPI 3.1 document, made from the routes table. */
export function describeApi(): Json {
  const paths: Record<string, Json> = {};
  for (const name of operationNames) {
    const path = routes[name].path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [routes[name].method.toLowerCase()]: operationOf(name) };
  }
  const statuses = [...new Set(Object.values(ERROR_STATUS))].map((status) => `${status} ${codesOf(status).join(', ')}`);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guildhall',
      version: manifest.version,
      description: 'Paths stand below the mount point of the host. Who signs in, and how, is the host’s too.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/guildhall' }],
    security: [{ session: [] }],
    paths: { ...paths, '/events': { get: STREAM } },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'session', description: "The host's own session." },
      },
      parameters: {
        IdempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          description: 'The same key within 24 hours has its effect once; another body with it is a `conflict`.',
          schema: { type: 'string' },
        },
      },
      schemas: { Problem: PROBLEM, ...namedSchemas() },
      responses: {
        Problem: {
          description: `What failed, by code: ${statuses.join('; ')}.`,
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

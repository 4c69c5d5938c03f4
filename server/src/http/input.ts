import type { Request } from 'express';
import { GuildhallError, parseInput, routes } from 'guildhall/contract';
import type { FieldProblem, OperationName, ParsedInputOf } from 'guildhall/contract';

/** Makes one input of a request's path, query and body, and checks it by the routes table. */
export function readInput<N extends OperationName>(name: N, request: Request, body: unknown): ParsedInputOf<N> {
  const sendsBody = body !== undefined;
  if (sendsBody && (typeof body !== 'object' || body === null || Array.isArray(body))) {
    throw invalid(name, [{ path: '', message: 'must be an object' }]);
  }
  const query = readQuery(name, request);
  const misplaced = sendsBody ? Object.keys(query) : [];
  const fields: Record<string, unknown> = { ...(sendsBody ? body : query) };
  misplaced.push(...Object.keys(request.params).filter((field) => Object.hasOwn(fields, field)));
  if (misplaced.length > 0) {
    throw invalid(
      name,
      misplaced.map((path) => ({ path, message: 'does not belong here' })),
    );
  }
  const input = parseInput(name, { ...fields, ...request.params });
  const unstorable = findUnstorable(input, []);
  if (unstorable.length > 0) throw invalid(name, unstorable);
  return input;
}

/** The query, whatever query parser the host's app uses: every field once. */
function readQuery(name: OperationName, request: Request): Record<string, string> {
  const at = request.url.indexOf('?');
  const entries = [...new URLSearchParams(at < 0 ? '' : request.url.slice(at))];
  const twice = entries.map(([key]) => key).filter((key, index, keys) => keys.indexOf(key) !== index);
  if (twice.length > 0)
    throw invalid(
      name,
      twice.map((path) => ({ path, message: 'is given more than once' })),
    );
  return Object.fromEntries(entries);
}

/** Texts that PostgreSQL cannot hold: NUL, and halves of surrogate pairs. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function findUnstorable(value: unknown, path: readonly string[]): FieldProblem[] {
  if (typeof value === 'string') {
    return UNSTORABLE.test(value) ? [{ path: path.join('.'), message: 'holds a character that is not text' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => findUnstorable(inner, [...path, key]));
}

function invalid(name: OperationName, fields: readonly FieldProblem[]): GuildhallError {
  const named = fields.map(({ path, message }) => `${path || 'input'}: ${message}`).join('; ');
  const { method, path } = routes[name];
  return new GuildhallError('validation', { message: `${method} ${path}: ${named}`, details: { fields } });
}

import * as z from 'zod/mini';
import { GuildhallError } from './errors.js';
import type { FieldProblem } from './errors.js';
import { routes } from './routes/index.js';
import type { OperationName, ParsedInputOf } from './routes/index.js';

/** The problems of a failed parse: the first of each field, unknown fields by their own names. */
export function fieldProblems({ issues }: z.core.$ZodError): FieldProblem[] {
  const problems = issues.flatMap((issue): FieldProblem[] => {
    const at = (...key: string[]) => [...issue.path, ...key].map(String).join('.');
    if (issue.code !== 'unrecognized_keys') return [{ path: at(), message: issue.message }];
    return issue.keys.map((key) => ({ path: at(key), message: 'is not a known field' }));
  });
  return problems.filter(({ path }, index) => problems.findIndex((problem) => problem.path === path) === index);
}

/**
 * Checks and normalises the input of an operation by its row of the routes table.
 *
 * @throws GuildhallError `validation`, naming every field that is wrong.
 */
export function parseInput<N extends OperationName>(name: N, input: unknown): ParsedInputOf<N> {
  const result = z.safeParse(routes[name].input, input);
  if (result.success) return result.data as ParsedInputOf<N>;
  const fields = fieldProblems(result.error);
  const named = fields.map(({ path, message }) => `${path || 'input'}: ${message}`).join('; ');
  throw new GuildhallError('validation', {
    message: `The input of ${name} is not valid. ${named}`,
    details: { fields },
  });
}

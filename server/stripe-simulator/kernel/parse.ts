import type { z } from 'zod';
import { invalid } from './failure.js';
import type { StripeFailure } from './failure.js';
import type { Form } from './form.js';
import { paramName, sentAt } from './params.js';

type Issue = z.core.$ZodIssue;

/** Of a union, the most telling complaint: the one of the branch that came furthest. */
function telling(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const nested = issue.errors.flat().map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  const [first] = nested.toSorted((a, b) => b.path.length - a.path.length || weight(a) - weight(b));
  return first ? telling(first) : issue;
}

const weight = (issue: Issue) => (issue.code === 'unrecognized_keys' ? 0 : issue.code === 'invalid_value' ? 1 : 2);

/** What Stripe says about a parameter that cannot be. */
function toFailure(found: Issue, form: Form): StripeFailure {
  const issue = telling(found);
  const param = paramName(issue.path);
  const sent = sentAt(form, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const unknown = paramName([...issue.path, issue.keys[0] ?? '']);
    return invalid(`Received unknown parameter: ${unknown}`, unknown, 'parameter_unknown');
  }
  if (issue.code === 'custom') return invalid(issue.message, param, 'simulator_unsupported');
  if (sent === undefined) return invalid(`Missing required param: ${param}.`, param, 'parameter_missing');
  if (sent === '') {
    const why = `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset.`;
    return invalid(why, param, 'parameter_invalid_empty');
  }
  if (issue.code === 'invalid_format') {
    return invalid(`Invalid integer: ${String(sent)}`, param, 'parameter_invalid_integer');
  }
  if (issue.code === 'invalid_value') {
    return invalid(`Invalid ${param}: must be one of ${issue.values.map(String).join(', ')}`, param);
  }
  if (issue.code === 'too_small') {
    return invalid(`This value must be greater than or equal to ${issue.minimum}.`, param, 'parameter_invalid_integer');
  }
  if (issue.code === 'too_big') return invalid(`This value must be less than or equal to ${issue.maximum}.`, param);
  return invalid(typeof sent === 'string' ? 'Invalid object' : `Invalid string: ${JSON.stringify(sent)}`, param);
}

/**
 * The parameters of a request, typed.
 *
 * @throws StripeFailure `parameter_unknown`, `parameter_missing`, `parameter_invalid_…`, with the parameter's name
 */
export function parseParams<T extends z.ZodType>(schema: T, form: Form): z.output<T> {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues.toSorted((a, b) => weight(a) - weight(b));
  if (!issue) throw invalid('Invalid parameters');
  throw toFailure(issue, form);
}

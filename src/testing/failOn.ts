import { GuildhallError } from '../contract/index.js';
import type { Call, GuildhallAdapter, OperationName } from '../contract/index.js';

/** How {@link failOn} fails. */
export interface FailOnOptions {
  /** How often it fails before it works again. @default Infinity */
  times?: number | undefined;
}

type AnyOperation = (input: unknown, call?: Call) => Promise<unknown>;
type AnyGroups = Readonly<Record<string, Readonly<Record<string, AnyOperation | undefined>> | undefined>>;

/**
 * The same adapter, but for one operation that fails: how a test, or a story, sees what becomes of an error.
 *
 * @param error what it rejects with; `unavailable` for want of a better one
 * @throws Error if the adapter does not have the operation, since nothing would ever fail then
 * @example
 * const adapter = failOn(createMemoryAdapter(), 'members.remove', new GuildhallError('unavailable'), { times: 1 });
 */
export function failOn(
  adapter: GuildhallAdapter,
  operation: OperationName,
  error: Error = new GuildhallError('unavailable', { details: { reason: 'network' } }),
  { times = Infinity }: FailOnOptions = {},
): GuildhallAdapter {
  const [group, method] = operation.split('.') as [string, string];
  const methods = (adapter as unknown as AnyGroups)[group];
  const original = methods?.[method];
  if (!original) throw new Error(`This adapter has no ${operation} that could fail.`);
  let left = times;
  const failing: AnyOperation = async (input, call) => {
    if (left <= 0) return original(input, call);
    left -= 1;
    throw error;
  };
  return { ...adapter, [group]: { ...methods, [method]: failing } };
}

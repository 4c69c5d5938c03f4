import { GuildhallError } from '../contract/index.js';
import type { OperationName } from '../contract/index.js';

/** What an absent operation is asked for, if it ever is: the interface hides it. */
export function unsupported(operation: OperationName): never {
  throw new GuildhallError('unsupported', { message: `The adapter has no ${operation}: what needs it is hidden.` });
}

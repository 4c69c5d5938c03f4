import type { UseMutationOptions } from '@tanstack/react-query';
import type { OperationName } from '../contract/index.js';
import type { GuildhallContextValue } from '../provider/context.js';
import { unsupported } from './unsupported.js';

/** What a write needs of the provider. */
export type WriteContext = Pick<GuildhallContextValue, 'adapter' | 'queryClient' | 'onError'>;

/** A write of the adapter, with its failures reported. */
export function mutationOf<I, O, C = unknown>(
  { onError }: Pick<WriteContext, 'onError'>,
  operation: OperationName,
  ask: ((input: I) => Promise<O>) | undefined,
  options: Omit<UseMutationOptions<O, Error, I, C>, 'mutationFn'> = {},
): UseMutationOptions<O, Error, I, C> {
  return {
    networkMode: 'always',
    ...options,
    mutationFn: (input: I) => (ask === undefined ? unsupported(operation) : ask(input)),
    onError: (error, ...rest) => {
      onError(error);
      return options.onError?.(error, ...rest);
    },
  };
}

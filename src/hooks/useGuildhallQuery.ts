import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import type {
  InfiniteData,
  QueryKey,
  UseInfiniteQueryResult,
  UseMutationOptions,
  UseMutationResult,
  UseQueryResult,
} from '@tanstack/react-query';
import type { Call, OperationName, Page } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { mutationOf } from './mutationOf.js';
import { queryDefaults, upToDate } from './queryOptions.js';
import { unsupported } from './unsupported.js';
import { useEarly } from './useEarly.js';

type Input = Readonly<Record<string, unknown>>;

/** An operation of the adapter, or undefined where it has none. */
type Ask<I, O> = ((input: I, call?: Call) => Promise<O>) | undefined;

/** Whether a list is asked for at all. */
export interface QueryOptions {
  /** @default true */
  enabled?: boolean | undefined;
}

/** One answer of an operation that carries `seq`, cached and kept in step. */
export function useGuildhallQuery<I extends Input, O extends { seq: number }>(
  operation: OperationName,
  ask: Ask<I, O>,
  input: I,
  { enabled = true }: QueryOptions = {},
): UseQueryResult<O, Error> {
  const { adapter, queryClient, onError } = useGuildhall();
  const queryKey = keys.query(adapter, operation, input);
  const isAsked = enabled && ask !== undefined;
  const result = useQuery<O, Error>(
    {
      ...queryDefaults,
      queryKey,
      enabled: isAsked,
      queryFn: async ({ signal }) => {
        if (ask === undefined) return unsupported(operation);
        return reporting(onError, signal, () =>
          upToDate(queryClient, adapter, workspaceOf(input), () => ask(input, { signal })),
        );
      },
    },
    queryClient,
  );
  useEarly(queryClient, queryKey, isAsked);
  return result;
}

/** What the cache holds of a list. */
export type Pages<T> = InfiniteData<Page<T>, string | undefined>;

/** The pages of a list, one after the other. */
export type PagesResult<T> = UseInfiniteQueryResult<Pages<T>, Error>;

/** A list by pages, cached and kept in step. */
export function useGuildhallPages<I extends Input, T>(
  operation: OperationName,
  ask: Ask<I, Page<T>>,
  input: I,
  { enabled = true, select }: QueryOptions & { select?: (data: Pages<T>) => Pages<T> } = {},
): PagesResult<T> {
  const { adapter, queryClient, onError } = useGuildhall();
  const queryKey = keys.query(adapter, operation, input);
  const isAsked = enabled && ask !== undefined;
  const result = useInfiniteQuery<Page<T>, Error, Pages<T>, QueryKey, string | undefined>(
    {
      ...queryDefaults,
      queryKey,
      enabled: isAsked,
      ...(select ? { select } : {}),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      // Another search keeps what is shown until it is answered; another workspace never does.
      placeholderData: (shown, query) => (query?.queryKey[3] === workspaceOf(input) ? shown : undefined),
      queryFn: async ({ signal, pageParam }) => {
        if (ask === undefined) return unsupported(operation);
        const page = pageParam === undefined ? input : { ...input, cursor: pageParam };
        return reporting(onError, signal, () =>
          upToDate(queryClient, adapter, workspaceOf(input), () => ask(page, { signal })),
        );
      },
    },
    queryClient,
  );
  useEarly(queryClient, queryKey, isAsked);
  return result;
}

/** A write, on the adapter's client, with its failures reported. */
export function useGuildhallMutation<I, O, C = unknown>(
  operation: OperationName,
  ask: Ask<I, O>,
  options: Omit<UseMutationOptions<O, Error, I, C>, 'mutationFn'> = {},
): UseMutationResult<O, Error, I, C> {
  const guildhall = useGuildhall();
  return useMutation(mutationOf(guildhall, operation, ask, options), guildhall.queryClient);
}

const workspaceOf = (input: Input): string | null => (typeof input.workspaceId === 'string' ? input.workspaceId : null);

async function reporting<T>(onError: (error: unknown) => void, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!signal.aborted) onError(error);
    throw error;
  }
}

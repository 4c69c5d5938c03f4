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

/** What any query of an operation takes: its client, what TanStack Query is told of it, and how it is asked, failures reported. */
function useAsking<I extends Input, O extends { seq: number }>(
  operation: OperationName,
  ask: Ask<I, O>,
  input: I,
  enabled: boolean,
) {
  const { adapter, queryClient, onError } = useGuildhall();
  const queryKey = keys.query(adapter, operation, input);
  const isAsked = enabled && ask !== undefined;
  useEarly(queryClient, queryKey, isAsked);
  const asked = async (signal: AbortSignal, cursor?: string): Promise<O> => {
    if (ask === undefined) return unsupported(operation);
    const page = cursor === undefined ? input : { ...input, cursor };
    try {
      return await upToDate(queryClient, adapter, workspaceOf(input), () => ask(page, { signal }));
    } catch (error) {
      if (!signal.aborted) onError(error);
      throw error;
    }
  };
  return { queryClient, asked, options: { ...queryDefaults, queryKey, enabled: isAsked } };
}

/** One answer of an operation that carries `seq`, cached and kept in step. */
export function useGuildhallQuery<I extends Input, O extends { seq: number }>(
  operation: OperationName,
  ask: Ask<I, O>,
  input: I,
  { enabled = true }: QueryOptions = {},
): UseQueryResult<O, Error> {
  const { queryClient, asked, options } = useAsking(operation, ask, input, enabled);
  return useQuery<O, Error>({ ...options, queryFn: ({ signal }) => asked(signal) }, queryClient);
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
  const { queryClient, asked, options } = useAsking(operation, ask, input, enabled);
  return useInfiniteQuery<Page<T>, Error, Pages<T>, QueryKey, string | undefined>(
    {
      ...options,
      ...(select ? { select } : {}),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      // Another search keeps what is shown until it is answered; another workspace never does.
      placeholderData: (shown, query) => (query?.queryKey[3] === workspaceOf(input) ? shown : undefined),
      queryFn: ({ signal, pageParam }) => asked(signal, pageParam),
    },
    queryClient,
  );
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

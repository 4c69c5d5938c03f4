interface Retriable {
  readonly isError: boolean;
  refetch: () => Promise<unknown>;
}

/** Asks again for what failed. What has not been asked for yet is asked for by itself, once what it waits for is there. */
export function retryFailed(...queries: readonly Retriable[]): void {
  for (const query of queries) if (query.isError) void query.refetch();
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, sessionQuery } from './api.js';
import type { Person } from './api.js';

export type SignInInput = { personId: string } | { name: string; email: string; emailVerified: boolean };

/** Who is signed in; undefined while that is not known yet. */
export function useSession(): Person | null | undefined {
  return useQuery(sessionQuery).data;
}

/** Signs in as somebody. What another person saw is forgotten. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: SignInInput) => ask<{ person: Person }>('/session', 'POST', input),
    onSuccess: ({ person }) => {
      client.removeQueries({ queryKey: ['items'] });
      client.setQueryData(sessionQuery.queryKey, person);
    },
  });
}

/** Signs out. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask('/session', 'DELETE'),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['items'] });
      client.setQueryData(sessionQuery.queryKey, null);
    },
  });
}

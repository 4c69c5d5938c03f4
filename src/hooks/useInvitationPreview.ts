import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { InvitationPreview } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { keys } from './keys.js';
import { queryDefaults } from './queryOptions.js';
import { unsupported } from './unsupported.js';

/** What an invitation link is about, for whoever is looking. `not_found` for one that is not live. */
export function useInvitationPreview(token: string | null): UseQueryResult<InvitationPreview, Error> {
  const { adapter, queryClient } = useGuildhall();
  const preview = adapter.invitations?.preview;
  return useQuery<InvitationPreview, Error>(
    {
      ...queryDefaults,
      queryKey: keys.query(adapter, 'invitations.preview', { token }),
      enabled: token !== null,
      queryFn: ({ signal }) =>
        preview === undefined || token === null ? unsupported('invitations.preview') : preview({ token }, { signal }),
    },
    queryClient,
  );
}

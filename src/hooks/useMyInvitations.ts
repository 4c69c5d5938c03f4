import type { ReceivedInvitation } from '../contract/index.js';
import { useGuildhall } from '../provider/context.js';
import { useGuildhallPages } from './useGuildhallQuery.js';
import type { PagesResult } from './useGuildhallQuery.js';

/** The invitations that wait for the viewer's answer. */
export function useMyInvitations(): PagesResult<ReceivedInvitation> {
  const { adapter } = useGuildhall();
  return useGuildhallPages('invitations.mine', adapter.invitations?.mine, {});
}

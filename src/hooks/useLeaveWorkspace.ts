import { useMutation } from '@tanstack/react-query';
import { useGuildhall } from '../provider/context.js';
import { leaveWorkspace } from './memberMutations.js';

/** Ends the viewer’s own membership. Conflict: `last_owner`. */
export function useLeaveWorkspace() {
  const guildhall = useGuildhall();
  return useMutation(leaveWorkspace(guildhall), guildhall.queryClient);
}

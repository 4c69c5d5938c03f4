import { useMutation } from '@tanstack/react-query';
import { useGuildhall } from '../provider/context.js';
import { updateMember } from './memberMutations.js';

/** Changes a role or the billing contact flag: shown at once, set back if the server refuses. */
export function useUpdateMember() {
  const guildhall = useGuildhall();
  return useMutation(updateMember(guildhall), guildhall.queryClient);
}

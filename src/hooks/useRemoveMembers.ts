import { useMutation } from '@tanstack/react-query';
import { useGuildhall } from '../provider/context.js';
import { removeMembers } from './memberMutations.js';

/** Removes members: gone from the list at once, back if the server refuses; the answer has an outcome for each. */
export function useRemoveMembers() {
  const guildhall = useGuildhall();
  return useMutation(removeMembers(guildhall), guildhall.queryClient);
}

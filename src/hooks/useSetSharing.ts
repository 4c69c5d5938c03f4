import { useMutation } from '@tanstack/react-query';
import { useGuildhall } from '../provider/context.js';
import { setSharing } from './entityMutations.js';

/**
 * Changes who sees an entity beside its workspace. Shown at once, set back if the server refuses: `forbidden` for all but
 * who made it, admins and owners. Ask first: what becomes public is everybody's who has the link.
 */
export function useSetSharing() {
  const guildhall = useGuildhall();
  return useMutation(setSharing(guildhall), guildhall.queryClient);
}

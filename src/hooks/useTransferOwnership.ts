import { useMutation } from '@tanstack/react-query';
import { useGuildhall } from '../provider/context.js';
import { transferOwnership } from './memberMutations.js';

/** Makes a member an owner and the viewer an admin. */
export function useTransferOwnership() {
  const guildhall = useGuildhall();
  return useMutation(transferOwnership(guildhall), guildhall.queryClient);
}

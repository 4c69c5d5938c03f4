import { useMessages } from '../../hooks/useMessages.js';
import { roleMessages } from '../parts/role.messages.js';
import { actionMessages } from './actions.messages.js';
import { useMembersContext } from './context.js';
import type { Doing } from './perform.js';

/** What doing something takes. For the parts that are loaded on demand. */
export function useDoing(): Doing {
  const context = useMembersContext();
  const words = useMessages(actionMessages, context.overrides);
  const roles = useMessages(roleMessages);
  return { ...context, words, roles };
}

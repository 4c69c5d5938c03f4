import { useGuildhall } from '../provider/context.js';

/**
 * The workspace that a component is about: the one it was given, or the provider's.
 * Throws where there is neither, and says what to do.
 */
export function useWorkspaceId(given?: string): string {
  const { workspaceId } = useGuildhall();
  const id = given ?? workspaceId;
  if (id === undefined) {
    throw new Error(
      'Guildhall: which workspace? Pass workspaceId to this component, or to the <GuildhallProvider> above it.',
    );
  }
  return id;
}

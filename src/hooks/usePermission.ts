import type { Permission } from '../contract/index.js';
import { useWorkspace } from './useWorkspace.js';

/** Whether the viewer may do this in the workspace; false until it is known. The server decides all the same. */
export function usePermission(permission: Permission, workspaceId?: string): boolean {
  return useWorkspace(workspaceId).data?.viewer.permissions.includes(permission) ?? false;
}

import type { Kind } from './api.js';

const part = encodeURIComponent;

/** The addresses of Parley's screens. */
export const paths = {
  workspace: (workspaceId: string) => `/w/${part(workspaceId)}`,
  item: (workspaceId: string, kind: Kind, id: string) => `/w/${part(workspaceId)}/${kind}/${part(id)}`,
  settings: (workspaceId: string, section = 'members') => `/w/${part(workspaceId)}/settings/${part(section)}`,
};

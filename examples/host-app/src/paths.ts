import type { Kind } from './api.js';

const part = encodeURIComponent;

/** The addresses of Parley's screens. */
export const paths = {
  workspace: (workspaceId: string) => `/w/${part(workspaceId)}`,
  item: (workspaceId: string, kind: Kind, id: string) => `/w/${part(workspaceId)}/${kind}s/${part(id)}`,
  search: (workspaceId: string) => `/w/${part(workspaceId)}/search`,
  settings: (workspaceId: string, section = 'members') => `/w/${part(workspaceId)}/settings/${part(section)}`,
  /** For whoever has the link, as long as it is public. */
  shared: (kind: Kind, id: string) => `/shared/${kind}s/${part(id)}`,
};

import { randomBytes } from 'node:crypto';
import type { ImageStorage } from '../options.js';
import type { WorkspaceImages } from '../services.js';
import { encodeSquare, IMAGE_TYPE } from './encode.js';

/** What a key looks like: 128 random bits, all that one needs to see the picture. */
export const IMAGE_KEY = /^[\w-]{22}$/;

/** The pictures of workspaces, in whatever storage. */
export function createWorkspaceImages(storage: ImageStorage): WorkspaceImages {
  return {
    async store({ contentType, data }) {
      const square = await encodeSquare(contentType, data);
      const key = randomBytes(16).toString('base64url');
      await storage.put(key, { contentType: IMAGE_TYPE, data: square });
      return key;
    },
    remove: (key) => storage.delete(key),
  };
}

import { Router } from 'express';
import { GuildhallError } from 'guildhall/contract';
import { IMAGE_TYPE } from '../images/encode.js';
import { IMAGE_KEY } from '../images/workspaceImages.js';
import type { ImageStorage } from '../options.js';

/** `GET /images/:key`: for whoever knows the key, for ever the same. */
export function imagesRouter(storage: ImageStorage): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router.get('/images/:key', async (request, response) => {
    const { key } = request.params;
    const image = IMAGE_KEY.test(key) ? await storage.get(key) : null;
    if (!image) throw new GuildhallError('not_found', { message: 'There is no such picture.' });
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    // The host's page may stand on another origin than its API.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    // Not what the storage says: only pictures of this kind were ever put there.
    response.setHeader('Content-Type', IMAGE_TYPE);
    response.end(image.data);
  });
  return router;
}

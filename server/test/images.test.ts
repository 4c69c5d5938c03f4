import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabaseStorage } from '../src/images/databaseStorage.js';
import { createWorkspaceImages } from '../src/images/workspaceImages.js';
import { encodeSquare } from '../src/images/encode.js';
import { imagesRouter } from '../src/http/images.js';
import { serveEdge } from './http/support.js';
import type { TestServer } from './http/support.js';
import { createTestDatabase } from './support/databases.js';
import type { TestDatabase } from './support/databases.js';

const background = { r: 200, g: 30, b: 30 };
const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background } });

describe('a picture that is uploaded', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('becomes a square, from %s', async (format) => {
    const made = await sharp(
      await encodeSquare(`image/${format}`, await picture(900, 300).toFormat(format).toBuffer()),
    ).metadata();
    expect(made).toMatchObject({ format: 'webp', width: 256, height: 256 });
  });

  it('loses everything but its pixels, and stands upright', async () => {
    const left = await sharp({ create: { width: 20, height: 20, channels: 3, background: { r: 0, g: 0, b: 255 } } })
      .png()
      .toBuffer();
    const data = await picture(40, 20)
      .composite([{ input: left, left: 0, top: 0 }])
      .withExif({ IFD0: { Artist: 'At home' } })
      // Turned by 90 degrees to the right: what is left in the file is on top in the picture.
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const made = sharp(await encodeSquare('image/jpeg', data));
    const metadata = await made.metadata();
    expect([metadata.exif, metadata.icc, metadata.orientation]).toEqual([undefined, undefined, undefined]);
    const { data: pixels, info } = await made.raw().toBuffer({ resolveWithObject: true });
    const blueAt = (y: number) => pixels[(y * info.width + 128) * info.channels + 2];
    expect(blueAt(20)).toBeGreaterThan(200);
    expect(blueAt(235)).toBeLessThan(100);
  });

  it.each([
    [
      'SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
    ],
    ['GIF', Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64')],
    ['a JPEG that calls itself PNG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['text', Buffer.from('hello')],
    ['nothing', Buffer.alloc(0)],
    ['the beginning of a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
  ])('is refused where it is %s', async (_, data) => {
    await expect(encodeSquare('image/png', data)).rejects.toMatchObject({
      code: 'validation',
      details: { fields: [{ path: 'image.data' }] },
    });
  });

  it('is refused where it would unpack to gigabytes', async () => {
    const bomb = await picture(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(512 * 1024);
    await expect(encodeSquare('image/png', bomb)).rejects.toMatchObject({ message: expect.stringContaining('pixels') });
  });
});

describe('a picture that is kept', () => {
  let test: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    test = await createTestDatabase('pglite');
    server = await serveEdge({ extras: [imagesRouter(createDatabaseStorage(test.database, () => new Date()))] });
  });
  afterAll(async () => {
    await server.close();
    await test.dispose();
  });

  it('is shown to whoever knows its key, and gone when removed', async () => {
    const images = createWorkspaceImages(createDatabaseStorage(test.database, () => new Date()));
    const key = await images.store({ contentType: 'image/png', data: await picture(10, 10).png().toBuffer() });
    const response = await fetch(`${server.url}/images/${key}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    });
    expect((await sharp(await response.arrayBuffer()).metadata()).width).toBe(256);
    await images.remove(key);
    expect((await fetch(`${server.url}/images/${key}`)).status).toBe(404);
  });

  it.each(['x', '..%2f..%2fetc', 'A'.repeat(22), '%00'])('is not found by %s', async (key) => {
    const response = await fetch(`${server.url}/images/${key}`);
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });
});

import { eq } from 'drizzle-orm';
import type { Database } from '../db/database.js';
import { images } from '../db/schema.js';
import type { ImageStorage } from '../options.js';

/** Keeps pictures in Guildhall's own table: 256 pixels square, some ten kilobytes each. */
export function createDatabaseStorage(database: Database, clock: () => Date): ImageStorage {
  return {
    async put(key, { contentType, data }) {
      await database.orm.insert(images).values({ key, contentType, data, createdAt: clock() });
    },
    async get(key) {
      const found = { contentType: images.contentType, data: images.data };
      const [image] = await database.orm.select(found).from(images).where(eq(images.key, key));
      return image ?? null;
    },
    async delete(key) {
      await database.orm.delete(images).where(eq(images.key, key));
    },
  };
}

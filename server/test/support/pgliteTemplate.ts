import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { migrationConfig } from '../../src/db/migrations.js';

/** A dump of a migrated embedded database: starting from it takes a fraction of making one. */
export async function writePgliteTemplate(): Promise<{ path: string; remove(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'guildhall-pglite-'));
  const path = join(directory, 'template.tar');
  const client = await PGlite.create();
  await migrate(drizzle(client), migrationConfig());
  const dump = await client.dumpDataDir('none');
  await client.close();
  await writeFile(path, new Uint8Array(await dump.arrayBuffer()));
  return { path, remove: () => rm(directory, { recursive: true, force: true }) };
}

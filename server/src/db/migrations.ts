import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Migrations stand beside `dist/` when built, and beside `src/` when run from the sources. */
function findMigrations(): string {
  const places = ['../migrations', '../../migrations'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = places.find((place) => existsSync(`${place}/meta/_journal.json`));
  if (found === undefined)
    throw new Error(`Guildhall's migrations are in none of: ${places.join(', ')}. Reinstall @guildhall/server.`);
  return found;
}

/** What Drizzle's migrators take: our SQL, and a journal of what was applied in our own schema. */
export function migrationConfig() {
  return { migrationsFolder: findMigrations(), migrationsSchema: 'guildhall', migrationsTable: 'migrations' };
}

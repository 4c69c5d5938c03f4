import type { TestProject } from 'vitest/node';
import { writePgliteTemplate } from './support/pgliteTemplate.js';
import { startPostgresSupply } from './support/postgres.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A PostgreSQL server on which tests make databases. */
    postgres: { url: string; template: string };
    /** The path of a dump of a migrated embedded database. */
    pgliteTemplate: string;
  }
}

/** Once per run: one PostgreSQL server and one PGlite template for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [supply, template] = await Promise.all([startPostgresSupply(), writePgliteTemplate()]);
  project.provide('postgres', { url: supply.url, template: supply.template });
  project.provide('pgliteTemplate', template.path);
  return async () => {
    await Promise.all([supply.stop(), template.remove()]);
  };
}

import { openDatabase } from '../../src/db/open.js';
import type { Database } from '../../src/db/database.js';
import { createEmptyDatabase } from '../support/postgres.js';
import type { PostgresSupply } from '../support/postgres.js';

/** What a part of the soak is given. */
export interface SoakStage {
  /** Where it gets databases of its own. */
  readonly supply: PostgresSupply;
  /** What its random numbers begin with. */
  readonly seed: number;
  /** How much of everything: 1000 is what must hold. */
  readonly rounds: number;
  /** Writes a line for whoever waits. */
  say(line: string): void;
}

/** A part of the soak, which can be run alone by its name. */
export interface SoakPart {
  readonly name: string;
  /**
   * @returns what was seen to hold, with its figures
   * @throws Error with what does not
   */
  readonly run: (stage: SoakStage) => Promise<string>;
}

/** Lends a migrated database with nobody in it, which goes afterwards. */
export async function withDatabase<Result>(
  { supply }: Pick<SoakStage, 'supply'>,
  work: (database: Database, url: string) => Promise<Result>,
): Promise<Result> {
  const { url, drop } = await createEmptyDatabase(supply.url, supply.template);
  const database = await openDatabase({ kind: 'postgres', url, poolSize: 4 });
  try {
    return await work(database, url);
  } finally {
    await database.close();
    await drop();
  }
}

import { lock } from 'proper-lockfile';

/** A lock that was not renewed for so long belonged to a process that is gone. */
const STALE_MS = 5_000;
const RETRY_MS = 500;

const heldElsewhere = (directory: string, cause: unknown) =>
  new Error(
    `Another process has the embedded database in ${directory} open, and only one can. ` +
      'Stop that process, give this one a directory of its own, or use PostgreSQL (DATABASE_URL), which many can share.',
    { cause },
  );

/**
 * Takes a directory for this process alone, waiting just long enough to tell a process that runs from one
 * that was killed.
 *
 * @returns what gives it back
 * @throws Error where another process holds it, saying which directory and what to do
 */
export async function holdDirectory(directory: string): Promise<() => Promise<void>> {
  let release = await take(STALE_MS / RETRY_MS + 2);

  async function take(retries: number): Promise<() => Promise<void>> {
    try {
      return await lock(directory, {
        stale: STALE_MS,
        update: STALE_MS / 5,
        retries: { retries, factor: 1, minTimeout: RETRY_MS, maxTimeout: RETRY_MS },
        onCompromised: () => void retake(),
      });
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === 'ELOCKED' ? heldElsewhere(directory, error) : error;
    }
  }

  /**
   * A machine that slept, or a loop that was blocked, was late to renew. Nobody else may have come in between; if
   * somebody did, the rejection ends this process, which must not write to the directory any more.
   */
  async function retake(): Promise<void> {
    release = await take(0);
  }

  return () => release();
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** The projects of vitest.config.ts, the quick ones first. */
export const PROJECTS = ['unit', 'dom', 'server', 'package', 'stories', 'e2e'];

/** @typedef {{ numTotalTests: number, numPassedTests: number, success: boolean, testResults: { status: string, assertionResults: { status: string }[] }[] }} Report */

/**
 * Counts what did not pass. A test that was skipped or left to do is no test that passed, a file that could not be
 * loaded has no tests to count, and an error outside of every test is told by the exit code alone.
 * @param {Report | undefined} report
 * @param {number} code
 */
export function count(report, code) {
  if (report === undefined) return { passed: 0, failed: 1 };
  const passed = report.numPassedTests;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status === 'passed'),
  );
  const failed = report.numTotalTests - passed + brokenFiles.length;
  const isBroken = code !== 0 || !report.success || passed === 0;
  return { passed, failed: failed === 0 && isBroken ? 1 : failed };
}

/**
 * Runs one project of vitest, its output shown as it comes.
 * @param {string} project
 */
export async function runProject(project) {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-test-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await run('vitest', ['run', '--project', project, ...reporters], {
    timeoutMs: 900_000,
    env: { CI: 'true' },
  });
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')), code);
  } catch {
    return count(undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

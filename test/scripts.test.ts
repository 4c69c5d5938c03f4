import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { count } from '../scripts/lib/vitest.mjs';

const passed = { status: 'passed' };

function reportOf(...files: { status: string; assertionResults: { status: string }[] }[]) {
  const tests = files.flatMap((file) => file.assertionResults);
  return {
    numTotalTests: tests.length,
    numPassedTests: tests.filter(({ status }) => status === 'passed').length,
    success: files.every(({ status }) => status === 'passed'),
    testResults: files,
  };
}

describe('npm test counts', () => {
  it('what passed', () => {
    expect(count(reportOf({ status: 'passed', assertionResults: [passed, passed] }), 0)).toEqual({
      passed: 2,
      failed: 0,
    });
  });

  it('a test that was skipped or left to do as one that failed', () => {
    const report = reportOf({
      status: 'passed',
      assertionResults: [passed, { status: 'skipped' }, { status: 'todo' }],
    });
    expect(count(report, 0)).toEqual({ passed: 1, failed: 2 });
  });

  it('a file that could not be loaded', () => {
    const report = reportOf(
      { status: 'passed', assertionResults: [passed] },
      { status: 'failed', assertionResults: [] },
    );
    expect(count(report, 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('an error outside of every test', () => {
    expect(count(reportOf({ status: 'passed', assertionResults: [passed] }), 1)).toEqual({ passed: 1, failed: 1 });
  });

  it('a project without a test, and one without a report, as failed', () => {
    expect(count(reportOf(), 0)).toEqual({ passed: 0, failed: 1 });
    expect(count(undefined, 137)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('npm test says', () => {
  it('how it went in its last line, and fails for what there is not', () => {
    const { status, stdout } = spawnSync(process.execPath, ['scripts/test.mjs', 'nonsense'], { encoding: 'utf8' });
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('0 passed, 1 failed');
    expect(status).toBe(1);
  });
});

describe('what is committed', () => {
  it('names no registry in the lock file, which is right with any mirror', () => {
    const lock = readFileSync('package-lock.json', 'utf8');
    expect(lock).toContain('"lockfileVersion": 3');
    expect(lock).not.toMatch(/"resolved": "https?:/);
  });
});

import { fileURLToPath } from 'node:url';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './test/support/chromium.js';
import { SOURCES } from './test/support/sources.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests read the sources, so that no build has to come first. The `package` project alone reads what was built. */
const resolve = { alias: SOURCES };
const PACKAGE_TESTS = ['test/{exports,size,package}*.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['src/**/*.test.ts', 'test/*.test.ts'],
          exclude: PACKAGE_TESTS,
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'dom',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx', 'test/*.test.tsx'],
          setupFiles: ['./test/setup.dom.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: 'server',
          environment: 'node',
          include: ['server/**/*.test.ts'],
          globalSetup: ['./server/test/globalSetup.ts'],
          // Half of a test's time is the database's, in a process of its own.
          maxWorkers: 2,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        // No aliases: these read dist/ through the package's own exports, as a host does.
        test: {
          name: 'package',
          environment: 'node',
          include: PACKAGE_TESTS,
          testTimeout: 60_000,
          hookTimeout: 300_000,
        },
      },
      {
        resolve,
        plugins: [storybookTest({ configDir: at('./.storybook') })],
        // What is found on the way is bundled on the way, and reloads what runs.
        optimizeDeps: { include: ['storybook/viewport'] },
        test: {
          name: 'stories',
          browser: {
            enabled: true,
            headless: true,
            viewport: { width: 1280, height: 800 },
            provider: playwright({ launchOptions: chromiumLaunchOptions() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          // Each file has a Parley and a Chromium of its own, and mostly waits for both.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

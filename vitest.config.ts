import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const alias = [
  { find: 'guildhall/contract', replacement: at('./src/contract/index.ts') },
  { find: 'guildhall/adapters/memory', replacement: at('./src/adapters/memory/index.ts') },
  { find: 'guildhall/adapters/http', replacement: at('./src/adapters/http/index.ts') },
  { find: 'guildhall/testing', replacement: at('./src/testing/index.ts') },
  { find: '@guildhall/server', replacement: at('./server/src/index.ts') },
  { find: /^guildhall$/, replacement: at('./src/index.ts') },
];

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', environment: 'node', include: ['src/**/*.test.ts', 'test/*.test.ts'] },
      },
      {
        resolve: { alias },
        test: { name: 'dom', environment: 'jsdom', include: ['src/**/*.test.tsx'], setupFiles: ['./test/setup.dom.ts'] },
      },
      {
        resolve: { alias },
        test: { name: 'server', environment: 'node', include: ['server/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 60_000 },
      },
    ],
  },
});

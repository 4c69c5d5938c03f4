import { fileURLToPath } from 'node:url';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Public names → sources, so that tests and stories read as a host would write them and need no build. */
export const SOURCES = [
  { find: 'guildhall/contract', replacement: at('src/contract/index.ts') },
  { find: 'guildhall/adapters/memory', replacement: at('src/adapters/memory/index.ts') },
  { find: 'guildhall/adapters/http', replacement: at('src/adapters/http/index.ts') },
  { find: 'guildhall/locales', replacement: at('src/locales/index.ts') },
  { find: 'guildhall/testing', replacement: at('src/testing/index.ts') },
  { find: 'guildhall/styles.css', replacement: at('src/styles/styles.css') },
  { find: '@guildhall/server', replacement: at('server/src/index.ts') },
  { find: /^guildhall$/, replacement: at('src/index.ts') },
];

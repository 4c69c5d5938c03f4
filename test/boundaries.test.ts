import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow } from './support/files.js';

interface SourceFile {
  /** From the root, with `/`. */
  path: string;
  text: string;
  /** What it imports: a path from the root for a file of ours, else the specifier. */
  imports: string[];
}

const IMPORT = /\b(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g;

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? '';
    return specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
  });
}

const isTest = (path: string) => /\.test\.tsx?$|\/test\//.test(path);

/** The sources below a folder, without tests. */
function read(folder: string): SourceFile[] {
  return filesBelow(folder, /\.tsx?$/)
    .filter((path) => !isTest(path))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

const library = read('src');
const server = [...read('server/src'), ...read('server/stripe-simulator')];
const example = [...read('examples/host-app/src'), ...read('examples/host-app/server')];

const within = (files: SourceFile[], folder: string) => files.filter(({ path }) => path.startsWith(`${folder}/`));

/** Every import of these files that is not allowed, as `file → import`. */
function offences(files: SourceFile[], isAllowed: (imported: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) => imports.filter((to) => !isAllowed(to)).map((to) => `${path} → ${to}`));
}

const isOurs = (imported: string, ...folders: string[]) =>
  folders.some((folder) => imported.startsWith(`src/${folder}/`));
const isPackage = (imported: string) => !imported.startsWith('src/') && !imported.startsWith('node:');
const isReact = (imported: string) =>
  /^(?:react|react-dom|react-hook-form|lucide-react|radix-ui|@radix-ui\/.+|@tanstack\/react-.+)(?:\/|$)/.test(imported);

describe('imports point one way', () => {
  it('has files to look at', () => {
    expect(library.length).toBeGreaterThan(20);
    expect(library.flatMap((file) => file.imports).length).toBeGreaterThan(50);
  });

  it('sees every form of import', () => {
    const text = `import a from './a.js';\nexport {\n  b,\n} from "../b.js";\nimport './c.css';\nawait import('d');`;
    expect(importsOf('src/ui/x.ts', text)).toEqual(['src/ui/a.js', 'src/b.js', 'src/ui/c.css', 'd']);
  });

  it('the contract imports itself and zod/mini', () => {
    expect(offences(within(library, 'src/contract'), (to) => isOurs(to, 'contract') || to === 'zod/mini')).toEqual([]);
  });

  it('an adapter imports the contract and its own folder', () => {
    for (const name of ['memory', 'http']) {
      const mine = `adapters/${name}`;
      const allowed = (to: string) =>
        isOurs(to, 'contract', mine) ||
        (isPackage(to) && !isReact(to)) ||
        /^src\/testing\/(?:world|plans|sampleEntities)\.js$/.test(to);
      expect(offences(within(library, `src/${mine}`), allowed)).toEqual([]);
    }
  });

  it('what adapter authors test with knows the contract alone', () => {
    const allowed = (to: string) => isOurs(to, 'contract', 'testing') || (isPackage(to) && !isReact(to));
    expect(offences(within(library, 'src/testing'), allowed)).toEqual([]);
  });

  it('words and formats know no React component, no hook and no adapter', () => {
    expect(offences(within(library, 'src/i18n'), (to) => isOurs(to, 'contract', 'i18n'))).toEqual([]);
  });

  it('languages know the words of components, and nothing that runs', () => {
    const allowed = (to: string) => isOurs(to, 'i18n', 'locales') || /^src\/components\/.+\.messages\.js$/.test(to);
    expect(offences(within(library, 'src/locales'), allowed)).toEqual([]);
  });

  it('provider and hooks know no component and no concrete adapter', () => {
    const allowed = (to: string) => isPackage(to) || isOurs(to, 'contract', 'i18n', 'provider', 'hooks');
    expect(offences(within(library, 'src/provider'), allowed)).toEqual([]);
    expect(offences(within(library, 'src/hooks'), allowed)).toEqual([]);
  });

  it('building blocks know no component, no query and no adapter', () => {
    const allowed = (to: string) => isPackage(to) || isOurs(to, 'contract', 'i18n', 'provider', 'hooks', 'ui');
    expect(offences(within(library, 'src/ui'), allowed)).toEqual([]);
  });

  it('components know no concrete adapter and nothing that is for tests', () => {
    const notAllowed = (to: string) =>
      isOurs(to, 'adapters', 'testing') || to.startsWith('node:') || !isFromLibrary(to);
    expect(offences(within(library, 'src/components'), (to) => !notAllowed(to))).toEqual([]);
  });

  it('a view asks nothing: its props are all it knows', () => {
    const views = library.filter(({ path }) => path.endsWith('.view.tsx'));
    const isQuery = (to: string) =>
      to.startsWith('@tanstack/react-query') || (isOurs(to, 'hooks') && !to.endsWith('/useMessages.js'));
    expect(offences(views, (to) => !isQuery(to))).toEqual([]);
  });
});

/** Relative imports stay inside src/. */
function isFromLibrary(imported: string): boolean {
  return imported.startsWith('src/') || isPackage(imported);
}

describe('the library runs in any browser', () => {
  it('imports nothing of Node', () => {
    const inBrowser = library.filter(({ path }) => !path.startsWith('src/testing/'));
    expect(offences(inBrowser, (to) => !to.startsWith('node:'))).toEqual([]);
  });

  it('reads no environment and leaves no global behind', () => {
    const touching = library.filter(({ text }) => /\bprocess\.|import\.meta\.env|globalThis\.\w+\s*=[^=]/.test(text));
    expect(touching.map(({ path }) => path)).toEqual([]);
  });
});

describe('the server', () => {
  it('knows the contract of the library, and nothing else of it', () => {
    const allowed = (to: string) => !/^guildhall(?:\/|$)/.test(to) || to === 'guildhall/contract';
    expect(offences(server, (to) => allowed(to) && !to.startsWith('src/'))).toEqual([]);
  });

  it('reads the environment in env.ts, main.ts and cli.ts alone', () => {
    const readers = [...server, ...example].filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ path }) => path);
    expect(readers.filter((path) => !/\/(?:env|main|cli)\.ts$/.test(path))).toEqual([]);
  });

  it('imports stripe in billing/stripe and in the simulator of Stripe alone', () => {
    const outside = [...server, ...library, ...example].filter(
      ({ path }) => !/^server\/(?:src\/billing\/stripe|stripe-simulator)\//.test(path),
    );
    expect(offences(outside, (to) => !/^stripe(?:\/|$)/.test(to))).toEqual([]);
  });

  it('and the library know no simulator of Stripe: no build of theirs can reach it', () => {
    const built = [...library, ...within(server, 'server/src')];
    expect(offences(built, (to) => !to.includes('stripe-simulator'))).toEqual([]);
  });
});

describe('the example host app', () => {
  it('uses the packages through their public exports, as any host does', () => {
    expect(
      offences(example, (to) => to.startsWith('examples/host-app/') || isPackage(to) || to.startsWith('node:')),
    ).toEqual([]);
    expect(
      offences(example, (to) => !/^(?:guildhall\/(?:src|dist)|@guildhall\/server\/(?:src|dist))/.test(to)),
    ).toEqual([]);
  });
});

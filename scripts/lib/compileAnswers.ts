import { guildhallEvent, operationNames, routes } from 'guildhall/contract';
import type { OperationName } from 'guildhall/contract';
import { descendants, HEAD, isPlain, keyed, NAMES, quoted, ShapesFile } from './shapesFile.js';
import type { Schema } from './shapesFile.js';

const groupOf = (name: OperationName) => name.split('.')[0] ?? '';

/** What a page asks for first: its answers are checked by what is loaded at once, others by what comes with the first call. */
const AT_ONCE = new Set<OperationName>(['workspaces.list', 'workspaces.get', 'members.list', 'invitations.list']);

const fileOf = (name: OperationName) => (AT_ONCE.has(name) ? 'atOnce' : groupOf(name));

/** The rows of the table as far as a request needs them, and where the shapes of the answers are. */
function index(groups: readonly string[]): string {
  const rows = operationNames.map((name) => {
    const { method, path, access } = routes[name];
    const keyless = method !== 'GET' && access === 'public' ? ['keyless'] : [];
    return `'${name}': [${[method, path, ...keyless].map(quoted).join(', ')}],`;
  });
  return `${HEAD}
import type { OperationName } from '../../../contract/index.js';
import type { Check } from '../checks.js';

export { answers } from './atOnce.js';

/** Method and path of each operation; \`keyless\`: a write that needs no idempotency key. */
export const rows: Readonly<Record<OperationName, readonly [method: string, path: string, keyless?: string]>> = {
${rows.join('\n')}
};

/** The answers of each group, by operation, but for those that are here at once. */
export const later: Readonly<Record<string, () => Promise<{ answers: Readonly<Record<string, Check>> }>>> = {
${groups.map((group) => `${group}: () => import('./${group}.js'),`).join('\n')}
};
`;
}

/**
 * The routes table without its schemas, for the browser: its rows, the shapes of the answers in a file for each group,
 * those of events, and those that several of them share. File names to texts, not formatted yet.
 */
export function compileAnswers(): Map<string, string> {
  const fileNames = [...new Set(operationNames.map(fileOf))];
  const outputs = new Map<string, [name: string, schema: Schema][]>(
    fileNames.map((file) => [
      file,
      operationNames.filter((name) => fileOf(name) === file).map((name) => [name, routes[name].output]),
    ]),
  );
  outputs.set('events', [['event', guildhallEvent]]);
  const used = [...outputs.values()].map(
    (answers) => new Set(answers.flatMap(([, schema]) => [...descendants(schema)])),
  );
  const isShared = (schema: Schema) => used.filter((schemas) => schemas.has(schema)).length > 1;

  const shapes = new ShapesFile(() => false);
  for (const [schema, name] of NAMES) if (!isPlain(schema) && isShared(schema)) shapes.declare(schema, name);
  const files = new Map([
    ['index.ts', index(fileNames.filter((file) => file !== 'atOnce'))],
    ['shapes.ts', shapes.text('shapes')],
  ]);
  for (const [file, answers] of outputs) {
    const shapesOf = new ShapesFile(isShared);
    const lines = answers.map(([name, schema]) => `${keyed(name)}: ${shapesOf.shape(schema)},`);
    files.set(`${file}.ts`, shapesOf.text('no shapes', `export const answers = {\n${lines.join('\n')}\n};`));
  }
  return files;
}

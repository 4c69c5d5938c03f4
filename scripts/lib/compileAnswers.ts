import { guildhallEvent, operationNames, routes } from 'guildhall/contract';
import type { OperationName } from 'guildhall/contract';
import { descendants, HEAD, isPlain, NAMES, quoted, ShapesFile } from './shapesFile.js';
import type { Schema } from './shapesFile.js';

const groupOf = (name: OperationName) => name.split('.')[0] ?? '';

/** What a page asks for first: its answers are checked by what is loaded at once, others by what comes with the first call. */
const AT_ONCE = new Set<OperationName>(['workspaces.list', 'workspaces.get', 'members.list', 'invitations.list']);

const fileOf = (name: OperationName) => (AT_ONCE.has(name) ? 'atOnce' : groupOf(name));

/** The names of all operations by group, and where the rest of the table is. */
function index(files: readonly string[]): string {
  const groups = [...new Set(operationNames.map(groupOf))];
  const methods = groups.map((group) => {
    const names = operationNames.filter((name) => groupOf(name) === group).map((name) => name.slice(group.length + 1));
    return `${group}: [${names.map(quoted).join(', ')}],`;
  });
  return `${HEAD}
import type { Row } from '../checks.js';

export { rows } from './atOnce.js';

/** The methods of each group. */
export const methods = {
${methods.join('\n')}
} as const;

/** The rows of each group, by operation, but for those that are here at once. */
export const later: Readonly<Record<keyof typeof methods, () => Promise<{ rows: Readonly<Record<string, Row>> }>>> = {
${files.map((file) => `${file}: () => import('./${file}.js'),`).join('\n')}
};
`;
}

/** One row of the table as far as a request needs it. */
function row(name: OperationName, answer: string): string {
  const { method, path, access } = routes[name];
  const keyless = method !== 'GET' && access === 'public' ? `, ${quoted('keyless')}` : '';
  return `${quoted(name)}: row(${quoted(method)}, ${quoted(path)}, ${answer}${keyless}),`;
}

/**
 * The routes table without its schemas, for the browser: its rows with the shapes of their answers in a file for each
 * group, the shape of events, and those that several of them share. File names to texts, not formatted yet.
 */
export function compileAnswers(): Map<string, string> {
  const names = new Map<string, OperationName[]>();
  for (const name of operationNames) names.set(fileOf(name), [...(names.get(fileOf(name)) ?? []), name]);
  const outputs = [...names.values()].map((ofFile) => ofFile.map((name) => routes[name].output));
  const used = [...outputs, [guildhallEvent]].map(
    (schemas) => new Set(schemas.flatMap((one) => [...descendants(one)])),
  );
  const isShared = (schema: Schema) => used.filter((schemas) => schemas.has(schema)).length > 1;

  const shapes = new ShapesFile(() => false);
  for (const [schema, name] of NAMES) if (!isPlain(schema) && isShared(schema)) shapes.declare(schema, name);
  const files = new Map([
    ['index.ts', index([...names.keys()].filter((file) => file !== 'atOnce'))],
    ['shapes.ts', shapes.text('shapes')],
  ]);
  for (const [file, ofFile] of names) {
    const text = new ShapesFile(isShared, ['row']);
    const rows = ofFile.map((name) => row(name, text.shape(routes[name].output)));
    files.set(`${file}.ts`, text.text('no shapes', `export const rows = {\n${rows.join('\n')}\n};`));
  }
  const events = new ShapesFile(isShared);
  files.set('events.ts', events.text('no shapes', `export const eventShape = ${events.expression(guildhallEvent)};`));
  return files;
}

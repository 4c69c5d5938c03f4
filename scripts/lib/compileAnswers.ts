import { guildhallEvent, operationNames, routes } from 'guildhall/contract';
import type { OperationName } from 'guildhall/contract';
import { descendants, HEAD, isPlain, NAMES, quoted, ShapesFile } from './shapesFile.js';
import type { Schema } from './shapesFile.js';

const groupOf = (name: OperationName) => name.split('.')[0] ?? '';

/** What a page asks for first: such requests leave at once, others when their group is there. */
const FIRST: readonly OperationName[] = ['workspaces.list', 'workspaces.get', 'members.list', 'invitations.list'];

const fileOf = (name: OperationName) => (FIRST.includes(name) ? 'first' : groupOf(name));

/** The names of all operations by group, where the first of them go, and where the rest of the table is. */
function index(files: readonly string[]): string {
  const groups = [...new Set(operationNames.map(groupOf))];
  const methods = groups.map((group) => {
    const names = operationNames.filter((name) => groupOf(name) === group).map((name) => name.slice(group.length + 1));
    return `${group}: [${names.map(quoted).join(', ')}],`;
  });
  const atOnce = FIRST.map(
    (name) => `${quoted(name)}: [${quoted(routes[name].method)}, ${quoted(routes[name].path)}],`,
  );
  return `${HEAD}
import type { Route, Rows } from '../checks.js';

/** The methods of each group. */
export const methods = {
${methods.join('\n')}
} as const;

/** Where requests go that leave before their rows are there. */
export const atOnce: Readonly<Record<string, Route>> = {
${atOnce.join('\n')}
};

/** The rows of each group, by operation; \`first\`: of those that leave at once. */
export const later: Readonly<Record<string, () => Promise<Rows>>> = {
${files.map((file) => `${file}: () => import('./${file}.js'),`).join('\n')}
};
`;
}

const READ = "export { read } from '../checks.js';\n";

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
    ['index.ts', index([...names.keys()])],
    ['shapes.ts', shapes.text('shapes')],
  ]);
  for (const [file, ofFile] of names) {
    const text = new ShapesFile(isShared, ['row']);
    const rows = ofFile.map((name) => row(name, text.shape(routes[name].output)));
    files.set(`${file}.ts`, text.text('no shapes', `${READ}\nexport const rows = {\n${rows.join('\n')}\n};`));
  }
  const events = new ShapesFile(isShared);
  files.set('events.ts', events.text('no shapes', `export const eventShape = ${events.expression(guildhallEvent)};`));
  return files;
}

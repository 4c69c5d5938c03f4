import type { Message, MessageSet } from '../../src/i18n/index.js';

const messages: Record<string, Record<string, unknown>> = import.meta.glob('../../src/components/*/*.messages.ts', {
  eager: true,
});
const styles: Record<string, string> = import.meta.glob('../../src/components/*/*.css', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** One sentence that a component says. */
export interface Sentence {
  /** As overrides name it: the set's namespace, and the key in it. */
  readonly key: string;
  readonly message: Message;
}

const isSet = (exported: unknown): exported is MessageSet =>
  typeof exported === 'object' && exported !== null && 'namespace' in exported && 'messages' in exported;

const within = <T>(files: Record<string, T>, name: string): T[] =>
  Object.entries(files)
    .filter(([path]) => path.includes(`/components/${name}/`))
    .map(([, file]) => file);

/** All that a component says, from its message sets. */
export function sentencesOf(name: string): Sentence[] {
  const sets = within(messages, name).flatMap((file) => Object.values(file).filter(isSet));
  return [...new Set(sets)].flatMap(({ namespace, messages: said }) =>
    Object.entries(said).map(([key, message]) => ({ key: `${namespace}.${key}`, message })),
  );
}

/** The classes and states that a component's own stylesheets answer to, in the order of the alphabet. */
export function slotsOf(name: string): { classes: string[]; states: string[] } {
  const text = within(styles, name).join('\n');
  const found = (pattern: RegExp) => [...new Set(text.match(pattern))].toSorted();
  return { classes: found(/(?<=\.)gh-[a-z][\w-]*/g), states: found(/(?<=\[)data-[\w-]+/g) };
}

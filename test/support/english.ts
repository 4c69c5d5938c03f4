import type { Message, MessageSet } from '../../src/i18n/index.js';

/** A set of English words, and the file that it is declared in. */
export interface FoundSet {
  /** From `src/`: `components/MembersTable/dialog.messages.ts`. */
  readonly file: string;
  /** The name that it is exported under. */
  readonly name: string;
  readonly set: MessageSet;
}

const isSet = (value: unknown): value is MessageSet =>
  typeof value === 'object' && value !== null && 'namespace' in value && 'messages' in value;

const modules = import.meta.glob<Record<string, unknown>>('../../src/**/*.messages.ts', { eager: true });

/** Every set of English words that there is: found, so that none can be forgotten. */
export const englishSets: readonly FoundSet[] = Object.entries(modules).flatMap(([path, exports]) =>
  Object.entries(exports).flatMap(([name, set]) =>
    isSet(set) ? [{ file: path.replace('../../src/', ''), name, set }] : [],
  ),
);

/** All of English, by namespace and key, as a language's catalogue is. */
export const english: Readonly<Record<string, Readonly<Record<string, Message>>>> = englishSets.reduce<
  Record<string, Record<string, Message>>
>((all, { set }) => ({ ...all, [set.namespace]: { ...all[set.namespace], ...set.messages } }), {});

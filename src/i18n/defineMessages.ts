/**
 * One message: a sentence with `{placeholders}`, or one for each plural category of `{count}`
 * (Unicode CLDR plural rules, by way of `Intl.PluralRules`).
 */
export type Message = string | PluralMessage;

/** A sentence for each plural category that the language has; `other` is always needed. */
export type PluralMessage = { readonly [C in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/** The messages of one component, by key. */
export type Messages = Readonly<Record<string, Message>>;

/** A component's messages and the name under which hosts and locales replace them. */
export interface MessageSet<M extends Messages = Messages> {
  readonly namespace: string;
  readonly messages: M;
}

/** The names of a sentence's placeholders. */
type PlaceholdersIn<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

type PlaceholdersOf<T extends Message> = T extends string
  ? PlaceholdersIn<T>
  : T extends PluralMessage
    ? 'count' | PlaceholdersIn<Extract<T[keyof T], string>>
    : never;

/** What a message must be given; a plural chooses by `count`. Numbers are written in the viewer's language. */
export type ArgumentsOf<T extends Message, V = string | number> = [PlaceholdersOf<T>] extends [never]
  ? []
  : [values: { [P in PlaceholdersOf<T>]: P extends 'count' ? number : V }];

/** What hosts and locales may give instead: any of the keys, each as a sentence or a plural. */
export type MessageOverrides<M extends Messages = Messages> = { readonly [K in keyof M]?: Message };

/**
 * Declares a component's words in English.
 *
 * @example
 * const messages = defineMessages('membersTable', {
 *   title: 'Members',
 *   selected: { one: '{count} person selected', other: '{count} people selected' },
 * });
 */
export function defineMessages<const M extends Messages>(namespace: string, messages: M): MessageSet<M> {
  return { namespace, messages };
}

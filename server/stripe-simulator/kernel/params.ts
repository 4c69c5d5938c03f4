import { z } from 'zod';
import type { FormValue } from './form.js';

/** The values of a list in a form: `{ 0: 'a', 1: 'b' }` → `['a', 'b']`. */
function toList(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (!keys.every((key) => /^\d+$/.test(key))) return value;
  return keys.toSorted((a, b) => Number(a) - Number(b)).map((key) => Reflect.get(value, key));
}

/** Text that must not be empty. */
export const text = () => z.string().min(1).max(5000);

/** A whole number: amounts in minor units, quantities, days. */
export const int = (min = -99_999_999_999, max = 99_999_999_999) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, 'integer')
    .transform(Number)
    .pipe(z.number().min(min).max(max));

/** Seconds since 1970. */
export const timestamp = () => int(0);

/** Seconds since 1970, or `now`. */
export const timestampOrNow = () => z.union([z.literal('now'), timestamp()]);

/** `true` or `false`. */
export const bool = () => z.enum(['true', 'false']).transform((value) => value === 'true');

/** One of these words. */
export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) => z.enum(values);

/** A list, whose keys in the form are numbers. An empty text is the empty list. */
export const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === '' ? [] : toList(value)), z.array(item).max(100));

/** Named parameters. One that is not named here is refused as `parameter_unknown`. */
export const shape = <T extends z.ZodRawShape>(fields: T) => z.strictObject(fields);

/** A parameter that an empty text unsets: it is `null` then. */
export const clearable = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? null : value), schema.nullable());

/** Key-value pairs. An empty text as the value removes that key; in the place of all, it removes all (`null`). */
export const metadata = () => clearable(z.record(z.string().max(40), z.string().max(500)));

/** A parameter that Stripe knows and the simulator refuses, saying so. */
export const notSupported = (what: string) =>
  z
    .custom<undefined>((value) => value === undefined, { error: `The Stripe simulator does not support ${what}.` })
    .optional();

/** An address. An empty text unsets a field. */
export const address = () =>
  shape({
    city: clearable(text()).optional(),
    country: clearable(text()).optional(),
    line1: clearable(text()).optional(),
    line2: clearable(text()).optional(),
    postal_code: clearable(text()).optional(),
    state: clearable(text()).optional(),
  });

/** Seconds, or a range of them: `created[gte]=…`. */
export const range = () =>
  z.union([
    timestamp(),
    shape({
      gt: timestamp().optional(),
      gte: timestamp().optional(),
      lt: timestamp().optional(),
      lte: timestamp().optional(),
    }),
  ]);

/** What `range` gives. */
export type Range = z.output<ReturnType<typeof range>>;

/** Whether a time, in seconds, lies in the range. No range has every time in it. */
export function inRange(value: number, within: Range | undefined): boolean {
  if (within === undefined) return true;
  if (typeof within === 'number') return value === within;
  const { gt, gte, lt, lte } = within;
  return (
    (gt === undefined || value > gt) &&
    (gte === undefined || value >= gte) &&
    (lt === undefined || value < lt) &&
    (lte === undefined || value <= lte)
  );
}

/** Where a page of a list begins and how long it is; every list has these. */
const pageFields = {
  limit: int(1, 100).optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

/** The parameters of a list: a page, and what it is filtered by. */
export const listOf = <T extends z.ZodRawShape>(fields: T) => shape({ ...pageFields, ...fields });

/** Applies a patch of metadata: an empty text removes a key, `null` removes all. Absent, it stays as it was. */
export function patchMetadata(
  current: { [key: string]: string },
  patch: { [key: string]: string } | null | undefined,
): { [key: string]: string } {
  if (patch === undefined) return current;
  if (patch === null) return {};
  return Object.fromEntries(Object.entries({ ...current, ...patch }).filter(([, value]) => value !== ''));
}

/** The name of a parameter as Stripe writes it: `items[0][price]`. */
export const paramName = (path: readonly PropertyKey[]): string =>
  path.map((part, index) => (index === 0 ? String(part) : `[${String(part)}]`)).join('');

/** What was sent at a path, or undefined. */
export function sentAt(form: FormValue | undefined, path: readonly PropertyKey[]): FormValue | undefined {
  let at = form;
  for (const part of path) {
    if (typeof at !== 'object' || !Object.hasOwn(at, String(part))) return undefined;
    at = at[String(part)];
  }
  return at;
}

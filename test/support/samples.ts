import fc from 'fast-check';
import type * as z from 'zod/mini';

type Schema = z.core.$ZodType;
type Path = readonly (string | number)[];

interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly {
    readonly _zod: { readonly def: { readonly pattern?: RegExp; readonly format?: string } };
  }[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

const definitionOf = ({ _zod: { def } }: Schema) => def as unknown as Definition;

/** Texts for every pattern that answers have: ids, currencies, moments, anything. */
const WORDS = ['usd', 'a', 'an id', '2026-01-02T03:04:05.678Z'];

function textOf({ checks = [], format }: Definition): fc.Arbitrary<string> {
  if (format === 'datetime') return fc.constantFrom('2026-01-02T03:04:05.678Z', '1999-12-31T23:59:59.999Z');
  const patterns = checks.flatMap(({ _zod: { def } }) => def.pattern ?? []);
  if (patterns.length === 0) return fc.string();
  return fc.constantFrom(...WORDS.filter((word) => patterns.every((pattern) => pattern.test(word))));
}

/** Values that a schema of the contract accepts, as JSON can carry them. */
export function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  const definition = definitionOf(schema);
  const { type, innerType, element, shape, options, entries, values } = definition;
  if (type === 'string') return textOf(definition);
  if (type === 'number') return fc.integer();
  if (type === 'boolean') return fc.boolean();
  if (type === 'nullable' && innerType) return fc.option(arbitraryOf(innerType), { nil: null });
  if (type === 'array' && element) return fc.array(arbitraryOf(element), { maxLength: 3 });
  if (type === 'enum' && entries) return fc.constantFrom(...Object.values(entries));
  if (type === 'literal' && values) return fc.constantFrom(...values);
  if (type === 'union' && options) return fc.oneof(...options.map(arbitraryOf));
  if (type === 'object' && shape) {
    const fields = Object.entries(shape);
    const optional = fields.filter(([, field]) => definitionOf(field).type === 'optional');
    const inner = (field: Schema) => definitionOf(field).innerType ?? field;
    return fc.record(
      Object.fromEntries(
        fields.map(([name, field]) => [
          name,
          arbitraryOf(optional.some(([one]) => one === name) ? inner(field) : field),
        ]),
      ),
      { requiredKeys: fields.map(([name]) => name).filter((name) => !optional.some(([one]) => one === name)) },
    );
  }
  throw new Error(`No samples of ${type} yet.`);
}

const isContainer = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every place in a value, itself first. */
export function places(value: unknown, path: Path = []): Path[] {
  if (!isContainer(value)) return [path];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [
    path,
    ...[...keys].flatMap((key) => places((value as Record<string | number, unknown>)[key], [...path, key])),
  ];
}

/** A copy of a value with another value at one place; undefined takes it out. Places inside of plain values are left alone. */
export function withValueAt(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    if (typeof key !== 'number') return whole;
    return whole.map((item, index) => (index === key ? withValueAt(item, rest, value) : item));
  }
  if (!isContainer(whole)) return whole;
  const { [key]: before, ...others } = whole;
  const after = withValueAt(before, rest, value);
  return after === undefined ? others : { ...others, [key]: after };
}

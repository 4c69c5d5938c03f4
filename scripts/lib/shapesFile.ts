import * as contract from 'guildhall/contract';
import type * as z from 'zod/mini';

/** A schema of the contract, of any kind. */
export type Schema = z.core.$ZodType;

/** What is read of a schema's definition; zod says more, by kind. */
interface Definition {
  readonly type: string;
  readonly checks?: readonly { readonly _zod: { readonly def: { readonly check: string } } }[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
  readonly discriminator?: string;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

const definitionOf = ({ _zod: { def } }: Schema) => def as unknown as Definition;

/** The schemas that the contract exports by name: compiled once each, under that name. */
export const NAMES = new Map<Schema, string>(
  Object.entries(contract)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, value]): [Schema, string][] =>
      typeof value === 'object' && '_zod' in value ? [[value as unknown as Schema, name]] : [],
    ),
);

/** A value as source text. */
export const quoted = (value: unknown) => JSON.stringify(value).replace(/^"(.*)"$/s, "'$1'");
/** A name as a key in source text. */
const keyed = (name: string) => (/^\w+$/.test(name) ? name : quoted(name));

/** One file of shapes: what it declares, and what it takes from elsewhere. */
export class ShapesFile {
  readonly #helpers: Set<string>;
  readonly #shared = new Set<string>();
  readonly #named = new Map<string, string>();

  /**
   * @param isShared whether a named shape stands in `shapes.ts`, for several files
   * @param helpers what the rest of the file takes from `checks.ts`
   */
  constructor(
    private readonly isShared: (schema: Schema) => boolean,
    helpers: readonly string[] = [],
  ) {
    this.#helpers = new Set(helpers);
  }

  /** A schema as an expression. A named one is declared in this file, or imported, and called by its name. */
  shape(schema: Schema): string {
    const name = NAMES.get(schema);
    if (name === undefined || isPlain(schema)) return this.expression(schema);
    if (this.isShared(schema)) this.#shared.add(name);
    else this.declare(schema, name);
    return name;
  }

  declare(schema: Schema, name: string): void {
    if (this.#named.has(name)) return;
    const expression = this.expression(schema);
    this.#named.set(name, expression);
  }

  /** The file's text, with what it exports besides the named shapes. */
  text(exported: 'shapes' | 'no shapes', rest = ''): string {
    const keyword = exported === 'shapes' ? 'export const' : 'const';
    const imports = [
      ...(this.#helpers.size > 0
        ? [`import { ${[...this.#helpers].toSorted().join(', ')} } from '../checks.js';`]
        : []),
      ...(this.#shared.size > 0 ? [`import { ${[...this.#shared].toSorted().join(', ')} } from './shapes.js';`] : []),
    ];
    const declared = [...this.#named].map(([name, expression]) => `${keyword} ${name} = ${expression};`);
    return `${HEAD}\n${[imports.join('\n'), declared.join('\n'), rest].filter(Boolean).join('\n\n')}\n`;
  }

  #call(helper: string, ...parameters: readonly string[]): string {
    this.#helpers.add(helper);
    return parameters.length === 0 ? helper : `${helper}(${parameters.join(', ')})`;
  }

  /** A schema as an expression, whether it has a name or not. */
  expression(schema: Schema): string {
    const definition = definitionOf(schema);
    refuseTransforms(definition);
    const { type, innerType, element, shape, options, entries, values } = definition;
    if (type === 'string' || type === 'boolean' || type === 'number') return this.#call(type);
    if ((type === 'nullable' || type === 'optional') && innerType) return this.#call(type, this.shape(innerType));
    if (type === 'array' && element) return this.#call('array', this.shape(element));
    if (type === 'enum' && entries) return this.#call('oneOf', ...Object.values(entries).map(quoted));
    if (type === 'literal' && values) return this.#call('oneOf', ...values.map(quoted));
    if (type === 'object' && shape) return this.#object(shape);
    if (type === 'union' && options) return this.#union(options, definition.discriminator);
    throw new Error(
      `No answer can be of ${type} yet: teach src/adapters/http/checks.ts and scripts/lib/compileAnswers.ts.`,
    );
  }

  #object(shape: Readonly<Record<string, Schema>>): string {
    const item = shape.items && definitionOf(shape.items).element;
    if (item && Object.keys(shape).join() === 'items,nextCursor,totalCount,seq')
      return this.#call('page', this.shape(item));
    const fields = Object.entries(shape).map(([name, schema]) => {
      const value = this.shape(schema);
      return value === name ? name : `${keyed(name)}: ${value}`;
    });
    return this.#call('object', fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`);
  }

  #union(options: readonly Schema[], discriminator: string | undefined): string {
    if (discriminator === undefined) return this.#call('anyOf', ...options.map((option) => this.shape(option)));
    const byValue = options.map((option) => {
      const kind = definitionOf(option).shape?.[discriminator];
      const [value] = (kind && definitionOf(kind).values) ?? [];
      return `${keyed(String(value))}: ${this.shape(option)}`;
    });
    return this.#call('variants', quoted(discriminator), `{ ${byValue.join(', ')} }`);
  }
}

/** What a generated file begins with. */
export const HEAD = '// Made from the routes table by `npm run generate`: change the contract, not this file.';

/** A shape that is as short as its name would be. */
export const isPlain = (schema: Schema) => ['string', 'number', 'boolean'].includes(definitionOf(schema).type);

/** Lengths and patterns are the server's to keep; what changes a value would have to be done here too. */
function refuseTransforms({ checks = [] }: Definition): void {
  if (checks.some(({ _zod: { def } }) => def.check === 'overwrite')) {
    throw new Error('An answer is not trimmed or changed otherwise: what the server says is what is shown.');
  }
}

/** A schema and all that it is made of. */
export function descendants(schema: Schema, found = new Set<Schema>()): Set<Schema> {
  if (found.has(schema)) return found;
  found.add(schema);
  const { innerType, element, options = [], shape = {} } = definitionOf(schema);
  for (const child of [innerType, element, ...options, ...Object.values(shape)]) if (child) descendants(child, found);
  return found;
}

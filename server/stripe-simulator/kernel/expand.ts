import { invalid } from './failure.js';
import { lookUp } from './store.js';
import type { Store } from './store.js';
import type { Json, StripeObject } from './wire.js';

/** Makes a property that answers have only when it is expanded, such as an invoice's `payments`. */
export type Includable = (object: StripeObject) => unknown;

/** Which these are: by kind of object and property, as `invoice.payments`. */
export type Includables = Map<string, Includable>;

type Record_ = { [key: string]: unknown };
const isRecord = (value: unknown): value is Record_ => typeof value === 'object' && value !== null;

const MOST_LEVELS = 4;

/** Replaces references by their objects, and adds what is only there on demand, along one path. */
function expandPath(value: unknown, path: string[], whole: string, context: ExpandContext): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => expandPath(item, path, whole, context));
  if (!isRecord(value)) return value;
  const { store, includables } = context;
  const kind = typeof value['object'] === 'string' ? value['object'] : '';
  const include = includables.get(`${kind}.${first}`);
  const present = Object.hasOwn(value, first);
  if (!present && !include) throw notExpandable(whole);
  const current = present || !include ? value[first] : include({ ...value, id: String(value['id']), object: kind });
  const referred = typeof current === 'string' ? lookUp(store, current) : current;
  if (typeof current === 'string' && !referred) throw notExpandable(whole);
  if (rest.length === 0 && !isRecord(referred) && referred !== null) throw notExpandable(whole);
  return { ...value, [first]: expandPath(referred, rest, whole, context) };
}

const notExpandable = (path: string) =>
  invalid(
    `This property cannot be expanded (${path}). You may want to try expanding a different property.`,
    'expand',
    'property_not_expandable',
  );

interface ExpandContext {
  store: Store;
  includables: Includables;
}

/**
 * Expands an answer along the paths of `expand`, such as `data.customer` or `latest_invoice.payments`.
 *
 * @throws StripeFailure for a property that is no reference, or more than four levels
 */
export function expand(answer: unknown, paths: readonly string[], context: ExpandContext): unknown {
  return paths.reduce((value, path) => {
    const steps = path.split('.');
    if (steps.filter((step) => step !== 'data').length > MOST_LEVELS) {
      throw invalid(`You cannot expand more than ${MOST_LEVELS} levels of a property (${path}).`, 'expand');
    }
    return expandPath(value, steps, path, context);
  }, answer);
}

/** What can be sent as JSON: what it is after a round trip, without `undefined`. */
export const toJson = (value: unknown): Json => JSON.parse(JSON.stringify(value));

import { invalid } from './failure.js';

/** A decoded form: strings, and objects by key. A list has keys `0`, `1`, …; the parameters' schema says which it is. */
export type FormValue = string | { [key: string]: FormValue };

/** A decoded form. */
export interface Form {
  [key: string]: FormValue;
}

/** `items[0][price]` → `['items', '0', 'price']`; `expand[]` → `['expand', '']`. */
function segments(name: string): string[] {
  const start = name.indexOf('[');
  if (start <= 0) return [name];
  const inner = name.slice(start);
  if (!/^(?:\[[^[\]]*\])+$/.test(inner)) throw invalid(`Invalid parameter name: ${name}`, name);
  return [name.slice(0, start), ...inner.slice(1, -1).split('][')];
}

function assign(form: Form, name: string, value: string): void {
  const path = segments(name);
  if (path.includes('__proto__')) throw invalid(`Invalid parameter name: ${name}`, name);
  let at: Form = form;
  path.forEach((segment, index) => {
    const key = segment === '' && index > 0 ? String(Object.keys(at).length) : segment;
    if (index === path.length - 1) {
      at[key] = value;
      return;
    }
    const next = at[key];
    const branch = typeof next === 'object' ? next : {};
    at[key] = branch;
    at = branch;
  });
}

/** Decodes a form body or a query as Stripe does, with brackets, escaped or not. */
export function decodeForm(text: string): Form {
  const form: Form = {};
  for (const [name, value] of new URLSearchParams(text)) assign(form, name, value);
  return form;
}

/** What a form means, whatever the order of its keys: two requests with one idempotency key must have it in common. */
export function canonicalForm(form: FormValue): string {
  if (typeof form === 'string') return JSON.stringify(form);
  const entries = Object.entries(form).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${canonicalForm(value)}`).join(',')}}`;
}

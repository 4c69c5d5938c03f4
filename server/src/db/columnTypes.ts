const UUID = '^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$';
const INTEGER = '^(?:0|-?[1-9][0-9]{0,18})$';
/** The integers, and the largest of each. */
const LARGEST: ReadonlyMap<string, bigint> = new Map([
  ['smallint', 32_767n],
  ['integer', 2_147_483_647n],
  ['bigint', 9_223_372_036_854_775_807n],
]);

/** Whether a text can stand in a column of this type: one that cannot is in no row, and asking for it would fail. */
export function fits(type: string, text: string): boolean {
  if (type === 'uuid') return new RegExp(UUID, 'i').test(text);
  const largest = LARGEST.get(type);
  if (largest === undefined) return !text.includes('\0');
  return new RegExp(INTEGER).test(text) && BigInt(text.replace('-', '')) <= largest;
}

/** Whether a column of this type holds whole numbers. */
export const isInteger = (type: string): boolean => LARGEST.has(type);

/** A text for a column of this type, or null where none can be equal to it. */
export const fitting = (type: string, text: string): string | null => (fits(type, text) ? text : null);

/**
 * A column of Guildhall's as values of this type, null where they cannot be. It says how texts are compared, since the host
 * may have said otherwise of its own.
 */
export function castFitting(type: string, column: string): string {
  const largest = LARGEST.get(type);
  if (type === 'uuid') return `(case when ${column} ~* '${UUID}' then ${column} end)::uuid`;
  if (largest === undefined) return `(${column}::${type} collate "C")`;
  return `(case when ${column} ~ '${INTEGER}' then
    case when abs(${column}::numeric) <= ${largest} then ${column} end end)::${type}`;
}

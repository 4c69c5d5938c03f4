const ZERO_DECIMAL = /^(?:bif|clp|djf|gnf|jpy|kmf|krw|mga|pyg|rwf|ugx|vnd|vuv|xaf|xof|xpf)$/;

/** Formats are costly to make, and few. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  formats.set(currency, made);
  return made;
}

const DAY_FORMAT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** An amount in words, as Stripe writes it in descriptions: `$9.00`, `¥900`. */
export const inWords = (amount: number, currency: string): string =>
  formatOf(currency).format(ZERO_DECIMAL.test(currency) ? amount : amount / 100);

/** A day in words, as in Stripe's descriptions: `15 Jan 2027`. */
export const dayInWords = (seconds: number): string => DAY_FORMAT.format(seconds * 1000);

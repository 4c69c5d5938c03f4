const ZERO_DECIMAL = /^(?:bif|clp|djf|gnf|jpy|kmf|krw|mga|pyg|rwf|ugx|vnd|vuv|xaf|xof|xpf)$/;

/** An amount in words, as Stripe writes it in descriptions: `$9.00`, `¥900`. */
export function inWords(amount: number, currency: string): string {
  const value = ZERO_DECIMAL.test(currency) ? amount : amount / 100;
  return new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(value);
}

/** A day in words, as in Stripe's descriptions: `15 Jan 2027`. */
export const dayInWords = (seconds: number): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    seconds * 1000,
  );

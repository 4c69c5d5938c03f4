const WITHOUT_DECIMALS = 'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' ');
const WITH_THREE = 'bhd jod kwd omr tnd'.split(' ');

/**
 * How many digits of an amount stand behind the decimal point, as Stripe counts: 2, but 0 for the yen. It differs from
 * ISO 4217 in a few (`mga`, `isk`, `ugx`).
 *
 * @see https://docs.stripe.com/currencies#zero-decimal
 */
export function minorDigits(currency: string): 0 | 2 | 3 {
  if (WITHOUT_DECIMALS.includes(currency)) return 0;
  return WITH_THREE.includes(currency) ? 3 : 2;
}

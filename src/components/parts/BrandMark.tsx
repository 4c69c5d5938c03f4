import { CreditCard, Landmark } from 'lucide-react';
import type { PaymentMethod } from '../../contract/index.js';

/** Letters of the schemes whose marks are words. */
const LETTERS: Readonly<Record<string, string>> = {
  visa: 'VISA',
  amex: 'AMEX',
  discover: 'DISC',
  jcb: 'JCB',
  unionpay: 'UP',
  link: 'link',
};

/**
 * A payment method's mark, as a small card. Its name stands beside it: nothing to assistive technology.
 *
 * @example <BrandMark method={method} />
 */
export function BrandMark({ method }: { method: Pick<PaymentMethod, 'type' | 'brand'> }) {
  const brand = method.brand ?? method.type;
  const letters = LETTERS[brand];
  return (
    <span className="gh-brand" data-brand={brand} aria-hidden="true">
      {brand === 'mastercard' ? (
        <>
          <i />
          <i />
        </>
      ) : null}
      {letters === undefined ? null : <b>{letters}</b>}
      {letters === undefined && brand !== 'mastercard' ? method.type === 'card' ? <CreditCard /> : <Landmark /> : null}
    </span>
  );
}

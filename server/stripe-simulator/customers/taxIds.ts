import type Stripe from 'stripe';
import { change } from '../kernel/change.js';
import type { Due } from '../kernel/clock.js';
import { testClockOf } from '../kernel/clock.js';
import { invalid } from '../kernel/failure.js';
import type { Kernel } from '../kernel/kernel.js';
import type { Wire } from '../kernel/wire.js';

type TaxId = Wire<Stripe.TaxId>;

/** Which tax ids an authority is asked about; of all others the verification is `unavailable`. */
const VERIFIED_TYPES = new Map([
  ['eu_vat', /^(?:[A-Z]{2}[A-Z0-9+*]{2,12}|\d{9})$/],
  ['gb_vat', /^(?:GB)?(?:\d{9}|\d{12}|(?:GD|HA)\d{3})$/],
]);

/** Stripe's own numbers for tests: the first is not found, of the second nothing is ever heard. */
const UNVERIFIED = '111111111';
const PENDING_FOR_EVER = '222222222';
const ANSWERED_AFTER_SECONDS = 2;

const countryOf = (type: string, value: string) => {
  const prefix = type === 'eu_vat' ? value.slice(0, 2) : type.slice(0, 2);
  return /^[a-z]{2}$/i.test(prefix) ? prefix.toUpperCase() : null;
};

/**
 * Gives a customer a tax id. Whether it is right is known two seconds later: `verified`, but `unverified` with 111111111 in it,
 * and `pending` for ever with 222222222.
 *
 * @throws StripeFailure `tax_id_invalid` for a value that cannot be one of this type
 */
export function createTaxId(kernel: Kernel, customer: string, type: string, value: string): TaxId {
  const { store, ids, clock, events } = kernel;
  const owner = store.customers.find(customer);
  if (!/^[a-z]{2}_[a-z_]+$/.test(type)) throw invalid(`Invalid type: ${type} is no type of tax id`, 'type');
  const pattern = VERIFIED_TYPES.get(type);
  if (pattern && !pattern.test(value)) throw invalid(`Invalid value for ${type}.`, 'value', 'tax_id_invalid');
  const taxId = store.taxIds.insert({
    id: ids.next('txi'),
    object: 'tax_id',
    country: countryOf(type, value),
    created: clock.timeOf(owner),
    customer,
    customer_account: null,
    livemode: false,
    owner: { customer, customer_account: null, type: 'customer' },
    type,
    value,
    verification: { status: pattern ? 'pending' : 'unavailable', verified_address: null, verified_name: null },
  });
  events.emit('customer.tax_id.created', taxId);
  return taxId;
}

const answerTo = ({ value }: TaxId): Wire<Stripe.TaxId.Verification> =>
  value.includes(UNVERIFIED)
    ? { status: 'unverified', verified_address: null, verified_name: null }
    : { status: 'verified', verified_address: '1 Guild Street', verified_name: 'Guild' };

/** The next tax id of which the authority's answer arrives. */
export function nextVerification(kernel: Kernel, testClock: string | null): Due | null {
  const { store } = kernel;
  const taxId = store.taxIds
    .all()
    .find(
      (each) =>
        each.verification?.status === 'pending' &&
        !each.value.includes(PENDING_FOR_EVER) &&
        testClockOf(store, each) === testClock,
    );
  if (!taxId) return null;
  const run = () => {
    change(kernel, store.taxIds, 'customer.tax_id.updated', taxId.id, { verification: answerTo(taxId) });
  };
  return { at: taxId.created + ANSWERED_AFTER_SECONDS, testClock, run };
}

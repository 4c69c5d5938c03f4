import type { Billing, BillingDetails, InputOf } from '../../contract/index.js';
import { taxTypeOf } from './taxTypes.js';

/** What stands in the form: texts alone. */
export interface DetailsDraft {
  name: string;
  email: string;
  country: string;
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  state: string;
  taxId: string;
}

/** The form as it opens. */
export function draftOf({ name, email, address, taxIds }: BillingDetails): DetailsDraft {
  return {
    name: name ?? '',
    email: email ?? '',
    country: address?.country ?? '',
    line1: address?.line1 ?? '',
    line2: address?.line2 ?? '',
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    state: address?.state ?? '',
    taxId: taxIds[0]?.value ?? '',
  };
}

type Update = Omit<InputOf<'billing.updateDetails'>, 'workspaceId'>;

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** The ids that are to stay: the first is the form's, further ones were added elsewhere. */
function taxIdsOf(draft: DetailsDraft, before: Billing['details']['taxIds']): NonNullable<Update['taxIds']> {
  const [first, ...rest] = before;
  const kept = rest.map(({ type, value }) => ({ type, value }));
  const value = draft.taxId.trim();
  if (value === '') return kept;
  const type = value === first?.value ? first.type : taxTypeOf(draft.country)?.type;
  return type === undefined ? kept : [{ type, value }, ...kept];
}

/** What is to be sent of a form. */
export function updateOf(draft: DetailsDraft, before: BillingDetails): Update {
  const { country, line1, line2, postalCode, city, state } = draft;
  const address = { line1, line2, postalCode, city, state, country };
  const isEmpty = Object.values(address).every((text) => text.trim() === '');
  return {
    name: orNull(draft.name),
    email: orNull(draft.email),
    address: isEmpty ? null : address,
    taxIds: taxIdsOf(draft, before.taxIds),
  };
}

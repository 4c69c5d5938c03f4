import type { Stripe } from '../stripe/types.js';
import { GuildhallError } from 'guildhall/contract';
import type { ParsedInputOf } from 'guildhall/contract';
import type { Service } from '../../context.js';
import { newId } from '../../db/newId.js';
import type { BillingContext } from '../context.js';
import { NAMED_BY_WORKSPACE } from '../projection.js';
import { StripeRefusal, isRefusal } from '../stripe/errors.js';
import type { StripeApi } from '../stripe/api.js';
import { enterBilling } from './enter.js';
import { readBilling } from './read.js';

type Details = Omit<ParsedInputOf<'billing.updateDetails'>, 'workspaceId'>;
type TaxId = NonNullable<Details['taxIds']>[number];

/** Stripe's own words for the fields of an address. An empty text takes a field back. */
function toAddress({ line1, line2, city, postalCode, state, country }: NonNullable<Details['address']>) {
  if ([line1, line2, city, postalCode, state, country].every((part) => part === '')) return '' as const;
  return { line1, line2, city, postal_code: postalCode, state, country };
}

/** What changes of the customer. An empty text takes a field back; what is not given stays. */
function toParams({ name, email, address }: Details): Stripe.CustomerUpdateParams {
  return {
    ...(name && { name, metadata: { [NAMED_BY_WORKSPACE]: '' } }),
    // The sync that follows calls it as the workspace is called.
    ...((name === null || name === '') && { metadata: { [NAMED_BY_WORKSPACE]: 'true' } }),
    ...(email !== undefined && { email: email ?? '' }),
    ...(address !== undefined && { address: address === null ? ('' as const) : toAddress(address) }),
  };
}

const invalid = (path: string) =>
  new GuildhallError('validation', {
    message: `Stripe does not accept ${path}.`,
    details: { fields: [{ path, message: 'is not accepted' }] },
  });

/** What Stripe's refusal is to whoever filled in the form. */
function toFieldProblem(error: unknown): unknown {
  if (isRefusal(error, 'tax_id_invalid')) {
    const message = 'Stripe does not accept this tax id: its form is not that of its kind.';
    return new GuildhallError('conflict', { message, details: { reason: 'tax_id_invalid' } });
  }
  if (isRefusal(error, 'email_invalid') || (error instanceof StripeRefusal && error.param === 'email'))
    return invalid('email');
  if (error instanceof StripeRefusal && error.param?.startsWith('address')) {
    const [, field = ''] = /\[(\w+)\]/.exec(error.param) ?? [];
    return invalid(field === '' ? 'address' : `address.${field === 'postal_code' ? 'postalCode' : field}`);
  }
  return error;
}

const keyOf = ({ type, value }: { type: string; value: string }) => `${type} ${value}`;

async function removeTaxIds(
  stripe: StripeApi,
  operationId: string,
  customer: string,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    await stripe
      .write(`${operationId}:${id}`, (sdk, once) => sdk.customers.deleteTaxId(customer, id, {}, once))
      .catch((error: unknown) => {
        if (!isRefusal(error, 'resource_missing')) throw error;
      });
  }
}

/**
 * Makes the tax ids those that are wanted. New ones come first, and go again where one of them is refused: then nothing
 * has changed.
 */
async function replaceTaxIds(
  stripe: StripeApi,
  operationId: string,
  customer: string,
  wanted: readonly TaxId[],
): Promise<void> {
  const known = await stripe.read((sdk) =>
    sdk.customers.listTaxIds(customer, { limit: 100 }).autoPagingToArray({ limit: 1_000 }),
  );
  const byKey = new Map(wanted.map((taxId) => [keyOf(taxId), taxId]));
  const created: string[] = [];
  try {
    for (const [key, { type, value }] of byKey) {
      if (known.some((taxId) => keyOf(taxId) === key)) continue;
      const made = await stripe.write(`${operationId}:${key}`, (sdk, once) =>
        sdk.customers.createTaxId(customer, { type, value }, once),
      );
      created.push(made.id);
    }
  } catch (error) {
    await removeTaxIds(stripe, operationId, customer, created);
    throw error;
  }
  const unwanted = known.filter((taxId) => !byKey.has(keyOf(taxId))).map(({ id }) => id);
  await removeTaxIds(stripe, operationId, customer, unwanted);
}

async function update({ stripe }: BillingContext, customer: string, details: Details): Promise<void> {
  const operationId = newId('op');
  const params = toParams(details);
  // The tax ids first: they are what is refused most, and nothing else has changed then.
  if (details.taxIds) await replaceTaxIds(stripe, operationId, customer, details.taxIds);
  if (Object.keys(params).length === 0) return;
  await stripe.write(`${operationId}:customer`, (sdk, once) => sdk.customers.update(customer, params, once));
}

export const updateDetails: Service<'billing.updateDetails'> =
  (context) =>
  async (actor, { workspaceId, ...details }) => {
    const { billing } = await enterBilling(context, 'billing.updateDetails', actor, workspaceId);
    await billing.withAccount(workspaceId, async (account) => {
      try {
        await update(billing, await account.customer(), details);
      } catch (error) {
        throw toFieldProblem(error);
      }
      await account.sync();
    });
    return readBilling(context, billing, workspaceId);
  };

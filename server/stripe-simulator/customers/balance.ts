import type Stripe from 'stripe';
import { change } from '../kernel/change.js';
import type { Kernel } from '../kernel/kernel.js';
import { page } from '../kernel/list.js';
import { int, listOf, metadata, patchMetadata, shape, text } from '../kernel/params.js';
import { route } from '../kernel/route.js';
import type { Route } from '../kernel/route.js';
import type { Wire } from '../kernel/wire.js';

/** A movement of a customer's balance. Below 0 it is credit for the customer. */
export interface Movement {
  customer: string;
  amount: number;
  currency: string;
  type: 'adjustment' | 'applied_to_invoice' | 'invoice_too_small';
  invoice?: string;
  description?: string | null;
  metadata?: { [key: string]: string };
}

/** Moves a customer's balance, and keeps an account of it. */
export function moveBalance(kernel: Kernel, given: Movement): Wire<Stripe.CustomerBalanceTransaction> {
  const { store, ids, clock } = kernel;
  const { amount, currency, invoice = null, description = null, type } = given;
  const before = store.customers.find(given.customer);
  const balance = before.balance + amount;
  change(kernel, store.customers, 'customer.updated', before.id, { balance });
  return store.balanceTransactions.insert({
    id: ids.next('cbtxn'),
    object: 'customer_balance_transaction',
    amount,
    checkout_session: null,
    created: clock.timeOf(before),
    credit_note: null,
    currency,
    customer: before.id,
    customer_account: null,
    description,
    ending_balance: balance,
    invoice,
    livemode: false,
    metadata: given.metadata ?? {},
    type,
  });
}

/** `/v1/customers/:id/balance_transactions`. */
export function balanceRoutes(kernel: Kernel): Route[] {
  const { store } = kernel;
  const path = '/v1/customers/:id/balance_transactions';
  return [
    route({
      method: 'POST',
      path,
      params: shape({
        amount: int(),
        currency: text().toLowerCase(),
        description: text().optional(),
        metadata: metadata().optional(),
      }),
      handle: ({ path: { id = '' }, params: { amount, currency, description = null, metadata: given } }) =>
        moveBalance(kernel, {
          customer: id,
          amount,
          currency,
          type: 'adjustment',
          description,
          metadata: patchMetadata({}, given),
        }),
    }),
    route({
      method: 'GET',
      path,
      params: listOf({}),
      handle: ({ path: { id = '' }, params }) => {
        store.customers.find(id);
        const found = store.balanceTransactions.newest().filter(({ customer }) => customer === id);
        return page(found, params, `/v1/customers/${id}/balance_transactions`);
      },
    }),
  ];
}

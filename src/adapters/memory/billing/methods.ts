import { refuse } from '../../../contract/index.js';
import type { CardBehaviour } from '../../../testing/world.js';
import type { WorkspaceRecord } from '../records.js';
import { notFound } from '../session.js';
import type { Handler } from '../session.js';
import type { Store } from '../store.js';
import type { Account } from './account.js';
import { enterBilling, toBilling } from './reading.js';
import { watchBilling } from './telling.js';

/** How the cards end that behave so, as Stripe's test cards do. */
const LAST4: Record<CardBehaviour, string> = {
  good: '4242',
  declines: '0341',
  insufficient_funds: '9995',
  needs_authentication: '3184',
};

export const createSetup: Handler<'billing.createSetup'> = (session, { workspaceId }) => {
  const { account } = enterBilling(session, 'billing.createSetup', workspaceId);
  const clientSecret = `${session.store.nextId('seti')}_secret`;
  account.setups.add(clientSecret);
  return { clientSecret };
};

/** Adds a card, as Stripe.js would have it done. The first one is the default. */
export function addCard(store: Store, workspace: WorkspaceRecord, account: Account, behaviour: CardBehaviour): void {
  const tell = watchBilling(store, workspace);
  const id = store.nextId('pm');
  const expiryYear = new Date(store.now()).getUTCFullYear() + 4;
  const card = { type: 'card', brand: 'visa', last4: LAST4[behaviour], expiryMonth: 12, expiryYear };
  account.methods.push({ id, ...card, behaviour });
  account.defaultMethodId ??= id;
  tell();
}

const hasMethod = ({ methods }: Account, id: string | null) => methods.some((method) => method.id === id);

export const setDefaultPaymentMethod: Handler<'billing.setDefaultPaymentMethod'> = (session, input) => {
  const { store } = session;
  const { workspace, account } = enterBilling(session, 'billing.setDefaultPaymentMethod', input.workspaceId);
  if (!hasMethod(account, input.paymentMethodId)) throw notFound('payment method');
  if (account.defaultMethodId !== input.paymentMethodId) {
    const tell = watchBilling(store, workspace);
    account.defaultMethodId = input.paymentMethodId;
    tell();
  }
  return toBilling(store, workspace, account);
};

export const removePaymentMethod: Handler<'billing.removePaymentMethod'> = (session, input) => {
  const { store } = session;
  const { workspace, account } = enterBilling(session, 'billing.removePaymentMethod', input.workspaceId);
  if (!hasMethod(account, input.paymentMethodId)) throw notFound('payment method');
  const left = account.methods.filter(({ id }) => id !== input.paymentMethodId);
  if (left.length === 0 && account.subscription) refuse({ code: 'conflict', reason: 'last_payment_method' });
  const tell = watchBilling(store, workspace);
  account.methods = left;
  if (!hasMethod(account, account.defaultMethodId)) account.defaultMethodId = left.at(-1)?.id ?? null;
  tell();
  return toBilling(store, workspace, account);
};

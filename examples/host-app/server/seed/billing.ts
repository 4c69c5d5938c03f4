import { createHttpAdapter } from 'guildhall/adapters/http';
import type { ParleyStripe } from '../stripe.js';

/** Whose company pays from the start. */
const WHO = { personId: 'amara', workspaceId: 'northwind-studio' } as const;

/** A cookie with which somebody is signed in. */
async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ personId: WHO.personId }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!response.ok || cookie === undefined) throw new Error(`${WHO.personId} cannot sign in: ${response.status}.`);
  return cookie.split(';')[0] ?? '';
}

/**
 * Has the seeded company pay, as its owner would: a card, an address, a plan. Only with the simulator, and once; it goes
 * through the API like everybody else.
 *
 * @param url where Parley answers
 */
export async function seedBilling(url: string, simulator: NonNullable<ParleyStripe['simulator']>): Promise<void> {
  const { workspaceId } = WHO;
  const headers = { Cookie: await signIn(url), Origin: url };
  const { billing } = createHttpAdapter({ baseUrl: `${url}/api/guildhall`, headers, features: { live: false } });
  if (!billing) return;
  const account = await billing.get({ workspaceId });
  if (account.paymentMethods.length > 0) return;
  const { clientSecret } = await billing.createSetup({ workspaceId });
  const [setup = ''] = clientSecret.split('_secret');
  await simulator.post(`/v1/setup_intents/${setup}/confirm`, { payment_method: 'pm_card_visa' });
  await billing.sync({ workspaceId });
  await billing.updateDetails?.({
    workspaceId,
    name: 'Northwind Studio GmbH',
    email: 'accounts@northwind.example',
    address: {
      line1: 'Schlesische Straße 27',
      line2: '',
      city: 'Berlin',
      postalCode: '10997',
      state: '',
      country: 'DE',
    },
    taxIds: [{ type: 'eu_vat', value: 'DE123456789' }],
  });
  const change = { workspaceId, planId: 'team', interval: 'month' } as const;
  const { quote } = await billing.preview(change);
  await billing.subscribe({ ...change, quote });
}

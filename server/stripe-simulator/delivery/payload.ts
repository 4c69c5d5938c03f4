import { Stripe } from 'stripe';
import type { EventObject } from '../kernel/events.js';
import type { Store } from '../kernel/store.js';
import type { Flaw } from './faults.js';

// It signs and asks nothing: the key opens no door.
const { webhooks } = new Stripe('sk_test_signs_webhooks');

/** Seconds: past the five minutes for which a signature is good. */
const TOO_OLD = 360;

/** What is posted to an endpoint. */
export interface Message {
  payload: string;
  /** `Stripe-Signature`, made by the SDK for this one attempt. */
  signature: string;
}

/** The object as the event before last told of it; the same where there was none. */
function earlier(store: Store, event: EventObject): EventObject {
  const { id } = event.data.object;
  const told = store.events.all().filter(({ data }) => data.object.id === id);
  const before = told[told.findIndex((each) => each.id === event.id) - 1];
  return before ? { ...event, data: { ...event.data, object: before.data.object } } : event;
}

/** An event as it is sent in one attempt. Signatures tell the time of the machine, as what verifies them asks it. */
export function compose(store: Store, event: EventObject, secret: string, flaw: Flaw | null): Message {
  const shown = flaw === 'stale' ? earlier(store, event) : event;
  const { id: _id, ...nameless } = shown;
  const payload = JSON.stringify(flaw === 'nameless' ? nameless : shown, null, 2);
  const now = Math.floor(Date.now() / 1000);
  const signature = webhooks.generateTestHeaderString({
    payload,
    secret: flaw === 'forged' ? `whsec_not_${secret.slice('whsec_'.length)}` : secret,
    timestamp: flaw === 'old' ? now - TOO_OLD : now,
  });
  return { payload, signature };
}

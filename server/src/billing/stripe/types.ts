/** Stripe's own types, for whoever reads its objects. Only this folder talks to it. */
export type { Stripe } from 'stripe';

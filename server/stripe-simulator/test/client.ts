import { Stripe } from 'stripe';
import { onTestFinished } from 'vitest';
import { createSimulator } from '../createSimulator.js';
import type { Simulator, SimulatorOptions } from '../createSimulator.js';

/** 2027-01-15T08:00:00Z, in seconds: where the clocks of tests stand at first. */
export const START = 1_800_000_000;

/** Any key of this form opens the simulator. */
export const KEY = 'sk_test_simulator';

/** The SDK, on a simulator, over a socket. */
export const sdk = (simulator: Simulator, key = KEY): Stripe =>
  new Stripe(key, { host: '127.0.0.1', port: simulator.port, protocol: 'http', maxNetworkRetries: 0 });

/** The SDK on a simulator without a socket, for tests with many requests. */
export const fastSdk = (simulator: Simulator): Stripe =>
  new Stripe(KEY, {
    host: '127.0.0.1',
    port: simulator.port,
    protocol: 'http',
    httpClient: Stripe.createFetchHttpClient(simulator.fetch),
  });

/** A simulator that goes with the test, its clock at `START`, and the SDK on it. */
export async function start(options: SimulatorOptions = {}): Promise<{ simulator: Simulator; stripe: Stripe }> {
  const simulator = await createSimulator({ clock: START, seed: 1, ...options });
  onTestFinished(() => simulator.close());
  return { simulator, stripe: sdk(simulator) };
}

/** The error of Stripe's that a request ends with. */
export async function refusal(request: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  const error = await request.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Stripe.errors.StripeError)) throw new Error(`No refusal, but ${JSON.stringify(error)}`);
  return error;
}

import { Stripe } from 'stripe';
import { checkStripeOptions } from '../options.js';
import type { StripeOptions } from '../options.js';
import { toOurError } from './errors.js';

/** Stripe, asked with care. */
export interface StripeApi {
  readonly mode: 'test' | 'live';
  readonly publishableKey: string;
  /**
   * Asks something that changes nothing.
   *
   * @throws GuildhallError `unavailable` with `stripe`; StripeRefusal
   */
  read<T>(ask: (stripe: Stripe) => Promise<T>): Promise<T>;
  /**
   * Changes something, once for each key, whatever has to be sent again. The key names one attempt of one person: Stripe
   * answers the same key with the same answer for a day, also where that was a decline.
   *
   * @throws GuildhallError `payment_required` with the bank's reason, `unavailable` with `stripe`; StripeRefusal
   * @example stripe.write(`${operationId}:customer`, (sdk, once) => sdk.customers.create({ name }, once))
   */
  write<T>(key: string, change: (stripe: Stripe, once: { idempotencyKey: string }) => Promise<T>): Promise<T>;
  /** @throws Error where it is not signed by Stripe, or was more than five minutes ago */
  readEvent(payload: Buffer, signature: string): Stripe.Event;
}

const TIMEOUT_MS = 10_000;
const RETRIES = 2;
const TOLERANCE_SECONDS = 300;

function addressOf(apiBase: string | undefined): { host?: string; port?: string; protocol?: 'http' } {
  if (apiBase === undefined) return {};
  const { hostname, port } = new URL(apiBase);
  return { host: hostname, port, protocol: 'http' };
}

/**
 * Makes a {@link StripeApi}.
 *
 * @param httpClient how requests leave. @default Node's own
 * @throws Error where a key cannot be used, saying which
 */
export function createStripeApi(
  options: StripeOptions,
  isProduction: boolean,
  httpClient?: Stripe.HttpClient,
): StripeApi {
  const mode = checkStripeOptions(options, isProduction);
  const sdk = new Stripe(options.secretKey, {
    ...addressOf(options.apiBase),
    timeout: TIMEOUT_MS,
    maxNetworkRetries: RETRIES,
    telemetry: false,
    appInfo: { name: 'guildhall' },
    ...(httpClient && { httpClient }),
  });
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw toOurError(error);
    }
  };
  return {
    mode,
    publishableKey: options.publishableKey,
    read: (ask) => guard(() => ask(sdk)),
    write: (key, change) => guard(() => change(sdk, { idempotencyKey: `guildhall:${key}` })),
    readEvent: (payload, signature) =>
      sdk.webhooks.constructEvent(payload, signature, options.webhookSecret, TOLERANCE_SECONDS),
  };
}

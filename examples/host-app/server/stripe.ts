import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { StripeOptions } from '@guildhall/server';
import type { RequestHandler } from 'express';
import { createSimulator, keepIn, stripeJsScript, webhooksTo } from '../../../server/stripe-simulator/index.js';

/** Where the page finds what stands in for Stripe.js. */
export const STAND_IN_PATH = '/stripe-simulator.js';

/** Stripe as Parley reaches it: the real one, or a simulator on this machine. */
export interface ParleyStripe {
  readonly keys: StripeOptions;
  /** Null where Stripe is real. */
  readonly simulator: {
    /** Its page: its clock, and how to make the next payment fail. */
    readonly page: string;
    /** A script to be run before Parley's own. */
    readonly script: () => Promise<string>;
    /** Asks it as a server would. Throws where it says no. */
    readonly post: (path: string, form: Record<string, string>) => Promise<void>;
  } | null;
  /** The time: a simulator's can be put ahead, and Parley's goes with it. */
  readonly clock: () => Date;
  close(): Promise<void>;
}

/**
 * The real Stripe with its keys, or else a simulator: a local process of its own kind, where no money moves.
 *
 * @param keys from the environment; undefined where none are set
 * @param directory where the simulator is kept, so that it outlives a restart as the database does; undefined for nowhere
 */
export async function openStripe(
  keys: StripeOptions | undefined,
  { publicUrl, directory }: { publicUrl: string; directory: string | undefined },
): Promise<ParleyStripe> {
  if (keys) return { keys, simulator: null, clock: () => new Date(), close: async () => undefined };
  const webhookSecret = `whsec_${randomBytes(24).toString('hex')}`;
  const webhook = { url: `${publicUrl}/api/guildhall/webhooks/stripe`, secret: webhookSecret };
  const simulator = await createSimulator({ families: [webhooksTo(webhook)] });
  const keep = directory === undefined ? undefined : keepIn(simulator, join(directory, 'stripe.json'));
  const secretKey = 'sk_test_parley_simulated';
  return {
    keys: { secretKey, publishableKey: 'pk_test_parley_simulated', webhookSecret, apiBase: simulator.url },
    simulator: {
      page: `${simulator.url}/_sim`,
      script: () => stripeJsScript({ apiBase: simulator.url }),
      async post(path, form) {
        const response = await fetch(`${simulator.url}${path}`, {
          method: 'POST',
          headers: { Authorization: `Bearer ${secretKey}` },
          body: new URLSearchParams(form),
        });
        if (!response.ok) throw new Error(`The Stripe simulator refused ${path}: ${await response.text()}`);
      },
    },
    clock() {
      const now = Date.now();
      const secondsAhead = simulator.clock.now() - Math.floor(now / 1000);
      return new Date(now + secondsAhead * 1000);
    },
    async close() {
      keep?.();
      await simulator.close();
    },
  };
}

/** Answers with the script that stands in for Stripe.js. */
export const standIn =
  (script: () => Promise<string>): RequestHandler =>
  async (_request, response) => {
    response.type('text/javascript').send(await script());
  };

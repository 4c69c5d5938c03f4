import type { PaymentIntent, SetupIntent, StripeError } from '@stripe/stripe-js';
import { readSecret } from './intents.js';
import type { Answer, Intents, Means } from './intents.js';

/** Parameters as Stripe's API takes them: `{ a: { b: 1 } }` → `a[b]=1`. */
function encode(value: unknown, name: string, into: URLSearchParams): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) encode(inner, name === '' ? key : `${name}[${key}]`, into);
  } else into.append(name, String(value));
}

function parametersOf(means: Means): Record<string, unknown> {
  if (means === null) return {};
  if ('paymentMethod' in means) return { payment_method: means.paymentMethod };
  const { card, address } = means;
  return { payment_method_data: { type: 'card', card, billing_details: { address } } };
}

interface WireBody {
  error?: StripeError;
}

/**
 * Intents of an API at `apiBase`, asked as Stripe.js asks: with the publishable key and the client secret.
 */
export function intentsOverHttp(apiBase: string, publishableKey: string): Intents {
  const ask = async (method: 'GET' | 'POST', path: string, parameters: Record<string, unknown>): Promise<Answer> => {
    const form = new URLSearchParams();
    encode(parameters, '', form);
    const url = `${apiBase}${path}`;
    const headers = { authorization: `Bearer ${publishableKey}` };
    const request =
      method === 'GET'
        ? new Request(`${url}?${form}`, { headers })
        : new Request(url, { method: 'POST', headers, body: form });
    try {
      const response = await fetch(request);
      const body = (await response.json()) as WireBody & (SetupIntent | PaymentIntent);
      return body.error ? { error: body.error } : { intent: body };
    } catch {
      return {
        error: {
          type: 'api_connection_error',
          message:
            'We are experiencing issues connecting to our payments provider. Check your connection and try again.',
        },
      };
    }
  };
  const pathOf = (clientSecret: string) => {
    const { kind, id } = readSecret(clientSecret);
    return `/v1/${kind}_intents/${id}`;
  };
  return {
    retrieve: (secret) => ask('GET', pathOf(secret), { client_secret: secret }),
    confirm: (secret, means) =>
      ask('POST', `${pathOf(secret)}/confirm`, { client_secret: secret, use_stripe_sdk: true, ...parametersOf(means) }),
    authenticate: (secret, result) => ask('POST', `/_sim/3ds/${readSecret(secret).id}`, { result }),
  };
}

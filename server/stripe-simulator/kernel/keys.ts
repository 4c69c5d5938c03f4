import { StripeFailure } from './failure.js';

const LEAST_KEY = 12;

/** The key of an `Authorization` header: `Bearer sk_test_…`, or Basic with the key as the user. */
function keyOf(authorization: string | undefined): string | null {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() === 'basic') return Buffer.from(value, 'base64').toString().split(':')[0] ?? null;
  return null;
}

const refused = (message: string) => new StripeFailure(message, { status: 401 });

/**
 * Whose request this is.
 *
 * @throws StripeFailure 401 without a key, or with one that is no test key. A live key is never looked at further.
 */
export function authenticate(authorization: string | undefined): { kind: 'secret' | 'publishable'; value: string } {
  const value = keyOf(authorization);
  if (!value) {
    throw refused(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
    );
  }
  if (/^[a-z]+_live_/.test(value)) {
    throw refused('A live key was sent to the Stripe simulator, which knows test keys alone. Use one of sk_test_….');
  }
  const known = /^(sk|rk|pk)_test_\w+$/.exec(value);
  if (!known || value.length < LEAST_KEY) throw refused(`Invalid API Key provided: ${value.slice(0, 8)}****`);
  return { kind: known[1] === 'pk' ? 'publishable' : 'secret', value };
}

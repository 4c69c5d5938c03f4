import type { PaymentIntent, SetupIntent, StripeElementsOptions, StripeError } from '@stripe/stripe-js';
import { challenge } from './challenge.js';
import { createElements, groupOf } from './elements.js';
import type { PaymentElement } from './paymentElement.js';
import type { Answer, IntentKind, Intents, Means } from './intents.js';

/** What a confirmation is called with, in the parts that the stand-in reads. */
interface ConfirmOptions {
  elements?: object;
  clientSecret?: string;
  confirmParams?: { return_url?: string; payment_method?: string };
  redirect?: 'always' | 'if_required';
}

/** What Stripe.js answers. */
interface Result {
  error?: StripeError;
  setupIntent?: SetupIntent;
  paymentIntent?: PaymentIntent;
}

const nameOf = (kind: IntentKind) => (kind === 'setup' ? 'setupIntent' : 'paymentIntent');

function resultOf(answer: Answer): Result {
  if (answer.error) return { error: answer.error };
  const { intent } = answer;
  return { [nameOf(intent.object === 'setup_intent' ? 'setup' : 'payment')]: intent };
}

const isMissing = (name: string) => () => {
  throw new Error(`IntegrationError: The stand-in for Stripe.js has no ${name}().`);
};

/** Where the customer would be sent after paying. */
function leaveFor(returnUrl: string, { intent }: Answer): void {
  if (!intent) return;
  const name = intent.object;
  const url = new URL(returnUrl);
  url.searchParams.set(name, intent.id);
  url.searchParams.set(`${name}_client_secret`, intent.client_secret ?? '');
  url.searchParams.set('redirect_status', intent.status === 'succeeded' ? 'succeeded' : 'pending');
  window.location.assign(url);
}

/** The card of the form, or the saved one that is named; null for the one that the intent has. */
function meansOf(options: ConfirmOptions, form: PaymentElement | undefined): Means {
  const saved = options.confirmParams?.payment_method;
  if (saved !== undefined) return { paymentMethod: saved };
  return form?.means() ?? null;
}

/** What `Stripe(publishableKey, options)` gives: the real one's shape where our components and React's wrapper touch it. */
export function createStripe(intents: Intents, locale: string): object {
  /** Goes on until there is nothing to do for the customer. */
  const settle = async (clientSecret: string, answer: Answer): Promise<Answer> => {
    if (answer.intent?.status !== 'requires_action') return answer;
    return intents.authenticate(clientSecret, await challenge(locale));
  };
  const confirm = async (options: ConfirmOptions): Promise<Result> => {
    const group = options.elements && groupOf(options.elements);
    const clientSecret = options.clientSecret ?? group?.clientSecret;
    const returnUrl = options.confirmParams?.return_url;
    if (clientSecret === undefined) throw new Error('IntegrationError: Confirming needs a clientSecret.');
    if (options.redirect !== 'if_required' && returnUrl === undefined) {
      throw new Error("IntegrationError: confirmParams.return_url is needed unless redirect is 'if_required'.");
    }
    const form = group?.form();
    // A form that began with its intent is checked here, as its host need not have asked for it.
    const invalid = group?.clientSecret === undefined ? undefined : form?.validate();
    if (invalid) return { error: invalid };
    const answer = await settle(clientSecret, await intents.confirm(clientSecret, meansOf(options, form)));
    if (answer.error) form?.refuse(answer.error);
    else if (options.redirect !== 'if_required' && returnUrl !== undefined) leaveFor(returnUrl, answer);
    return resultOf(answer);
  };
  const retrieve = async (clientSecret: string) => resultOf(await intents.retrieve(clientSecret));
  return {
    elements: (options: StripeElementsOptions = {}) => createElements(options, locale).handle,
    confirmSetup: confirm,
    confirmPayment: confirm,
    async handleNextAction({ clientSecret }: { clientSecret: string }) {
      return resultOf(await settle(clientSecret, await intents.retrieve(clientSecret)));
    },
    retrieveSetupIntent: retrieve,
    retrievePaymentIntent: retrieve,
    createToken: isMissing('createToken'),
    createPaymentMethod: isMissing('createPaymentMethod'),
    confirmCardPayment: isMissing('confirmCardPayment'),
    registerAppInfo() {},
    _registerWrapper() {},
  };
}

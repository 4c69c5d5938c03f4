import { Elements, PaymentElement, useElements, useStripe } from '@stripe/react-stripe-js';
import { loadStripe } from '@stripe/stripe-js/pure';
import type { Appearance, StripeElementLocale, StripeError } from '@stripe/stripe-js';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { installStripeStandIn } from '../index.js';

/** How a test opens this page: all in the query. */
const query = new URLSearchParams(window.location.search);
const clientSecret = query.get('secret') ?? '';
const isPayment = clientSecret.startsWith('pi_');
if (query.has('in-page')) {
  installStripeStandIn({
    confirm: ({ brand, last4 }) =>
      void document.body.append(Object.assign(document.createElement('output'), { textContent: `${brand} ${last4}` })),
  });
}

const stripe = loadStripe('pk_test_stand_in_123');

/** The least that a host does to save a card, or to pay with one. */
function Form() {
  const stripeJs = useStripe();
  const elements = useElements();
  const [outcome, setOutcome] = useState('');
  const [isReady, setReady] = useState(false);
  const say = (error: StripeError | undefined, status: string | undefined) =>
    setOutcome(error ? `${error.code ?? error.type}: ${error.message}` : `It ${status}`);
  const save = async () => {
    if (!stripeJs || !elements) return;
    setOutcome('');
    const { error } = await elements.submit();
    if (error) return say(error, undefined);
    const options = { elements, clientSecret, redirect: 'if_required' } as const;
    if (isPayment) {
      const { error: declined, paymentIntent } = await stripeJs.confirmPayment(options);
      say(declined, paymentIntent?.status);
    } else {
      const { error: declined, setupIntent } = await stripeJs.confirmSetup(options);
      say(declined, setupIntent?.status);
    }
  };
  const goOn = async () => {
    const result = await stripeJs?.handleNextAction({ clientSecret });
    say(result?.error, (result?.paymentIntent ?? result?.setupIntent)?.status);
  };
  return (
    <form
      aria-busy={!isReady}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <PaymentElement onReady={() => setReady(true)} options={{ business: { name: 'Parley' } }} />
      <button type="submit" disabled={!isReady}>
        Save card
      </button>
      <button type="button" onClick={() => void goOn()}>
        Continue payment
      </button>
      <p role="status">{outcome}</p>
    </form>
  );
}

function Page() {
  const [isDark, setDark] = useState(query.get('theme') === 'night');
  const appearance: Appearance = {
    theme: isDark ? 'night' : 'stripe',
    variables: { borderRadius: query.get('radius') ?? '6px' },
    rules: { '.Input': { boxShadow: 'none', border: '1px solid rgb(1, 2, 3)' } },
  };
  const mode = isPayment ? ({ mode: 'payment', amount: 3600 } as const) : ({ mode: 'setup' } as const);
  return (
    <main style={{ maxWidth: 480, margin: '32px auto', background: isDark ? '#1d1e26' : '#fff' }}>
      <h1>Payment</h1>
      <Elements
        stripe={stripe}
        options={{ ...mode, currency: 'usd', appearance, locale: (query.get('locale') ?? 'en') as StripeElementLocale }}
      >
        <Form />
      </Elements>
      <button type="button" onClick={() => setDark(!isDark)}>
        Other theme
      </button>
    </main>
  );
}

const root = document.createElement('div');
document.body.append(root);
createRoot(root).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);

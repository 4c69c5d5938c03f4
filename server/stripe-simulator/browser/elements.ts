import type { Appearance, StripeElementsOptions, StripeError, StripePaymentElementOptions } from '@stripe/stripe-js';
import { createPaymentElement } from './paymentElement.js';
import type { PaymentElement } from './paymentElement.js';

/** A group of elements, and what only Stripe.js itself may ask of it. */
export interface ElementsGroup {
  /** What the host gets. */
  handle: object;
  /** The client secret of its beginning; undefined when an intent comes later. */
  clientSecret: string | undefined;
  /** The form, checked by `submit()` where the intent came later. */
  form(): PaymentElement;
}

const groups = new WeakMap<object, ElementsGroup>();

/** The group of what `stripe.elements()` gave. */
export function groupOf(handle: object): ElementsGroup {
  const group = groups.get(handle);
  if (!group) throw new Error('IntegrationError: elements should be the object that stripe.elements() returned.');
  return group;
}

/** Whether this is React's `PaymentElement`, by which an element can be asked for too. */
const isPaymentComponent = (type: unknown) =>
  typeof type === 'function' && Reflect.get(type, '__elementType') === 'payment';

/** What `stripe.elements(options)` gives. */
export function createElements(options: StripeElementsOptions, defaultLocale: string): ElementsGroup {
  const clientSecret = 'clientSecret' in options ? options.clientSecret : undefined;
  const mode = 'mode' in options ? options.mode : undefined;
  let appearance: Appearance | undefined = options.appearance;
  let payment: PaymentElement | undefined;
  let isSubmitted = false;
  const handle = {
    create(type: string, elementOptions: StripePaymentElementOptions = {}) {
      if (type !== 'payment') throw new Error(`IntegrationError: The stand-in for Stripe.js has no ${type} Element.`);
      if (payment) throw new Error('IntegrationError: Can only create one Element of type payment.');
      payment = createPaymentElement({
        options: elementOptions,
        appearance,
        locale: options.locale ?? defaultLocale,
        savesCard: clientSecret?.startsWith('seti_') ?? mode !== 'payment',
        onDestroy() {
          payment = undefined;
          isSubmitted = false;
        },
      });
      return payment.handle;
    },
    getElement: (type: unknown) => (type === 'payment' || isPaymentComponent(type) ? (payment?.handle ?? null) : null),
    async update(changes: { appearance?: Appearance }) {
      if (!('appearance' in changes)) return;
      appearance = changes.appearance;
      payment?.restyle(appearance);
    },
    fetchUpdates: async () => ({}),
    on: () => handle,
    async submit(): Promise<{ error: StripeError } | { selectedPaymentMethod: string }> {
      if (!payment) throw new Error('IntegrationError: elements.submit() needs a mounted Element.');
      const error = payment.validate();
      isSubmitted = error === undefined;
      return error ? { error } : { selectedPaymentMethod: 'card' };
    },
  };
  const group: ElementsGroup = {
    handle,
    clientSecret,
    form() {
      if (!payment) throw new Error('IntegrationError: There is no mounted Payment Element to confirm with.');
      if (clientSecret === undefined && !isSubmitted) {
        throw new Error(
          'IntegrationError: elements.submit() must be called before you confirm, as soon as the customer presses pay.',
        );
      }
      return payment;
    },
  };
  groups.set(handle, group);
  return group;
}

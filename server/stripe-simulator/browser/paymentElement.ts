import type { Appearance, StripeError } from '@stripe/stripe-js';
import { schemeOf, stylesOf } from './appearance.js';
import { createEmitter } from './emitter.js';
import type { Listener } from './emitter.js';
import { cardOf, problemsOf } from './fields.js';
import type { CardFields, FieldName } from './fields.js';
import type { Means } from './intents.js';
import { mountInto } from './mountedForm.js';
import type { ElementContext, Mounted } from './mountedForm.js';
import { wordsFor } from './words.js';

/** The payment element, and what only its group may ask of it. */
export interface PaymentElement {
  /** What the host gets. */
  handle: object;
  /** Says what is wrong and goes there; undefined when the form can be sent. */
  validate(): StripeError | undefined;
  /** The card as typed, for Stripe's API alone. */
  means(): Means;
  /** Shows beside its field what the bank said. */
  refuse(error: StripeError): void;
  restyle(appearance: Appearance | undefined): void;
}

/** Which field a bank's words are about. */
const FIELD_OF: Partial<Record<string, FieldName>> = {
  card_declined: 'number',
  expired_card: 'expiry',
  incorrect_cvc: 'cvc',
};

const changeEvent = (fields: CardFields | undefined) => ({
  elementType: 'payment',
  empty: fields === undefined || [fields.number, fields.expiry, fields.cvc].every((text) => text === ''),
  complete: fields !== undefined && problemsOf(fields, new Date()).length === 0,
  collapsed: false,
  value: { type: 'card' },
});

/** Stripe's Payment Element, with a card as its one way to pay. */
export function createPaymentElement(context: ElementContext): PaymentElement {
  const emitter = createEmitter();
  let mounted: Mounted | undefined;
  let appearance = context.appearance;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const emit = (event: string) =>
    emitter.emit(event, event === 'change' ? changeEvent(mounted?.form.read()) : { elementType: 'payment' });
  const unmount = () => {
    clearTimeout(timer);
    mounted?.stop();
    mounted?.frame.element.parentElement?.classList.remove('StripeElement');
    mounted?.frame.element.remove();
    mounted = undefined;
  };
  const handle = {
    mount(target: string | HTMLElement) {
      const parent = typeof target === 'string' ? document.querySelector<HTMLElement>(target) : target;
      if (!parent)
        throw new Error(
          `IntegrationError: The selector you specified (${String(target)}) applies to no DOM elements that are currently on the page.`,
        );
      if (mounted) return;
      mounted = mountInto(parent, { ...context, appearance }, emit);
      timer = setTimeout(() => {
        emit('loaderstart');
        emit('ready');
        emit('change');
      });
    },
    unmount,
    destroy() {
      unmount();
      context.onDestroy();
    },
    on(event: string, listener: Listener) {
      emitter.on(event, listener);
      return handle;
    },
    once(event: string, listener: Listener) {
      const once: Listener = (detail) => {
        emitter.off(event, once);
        listener(detail);
      };
      emitter.on(event, once);
      return handle;
    },
    off(event: string, listener?: Listener) {
      emitter.off(event, listener);
      return handle;
    },
    update: () => handle,
    collapse: () => handle,
    focus: () => mounted?.form.focus('number'),
    blur: () => mounted?.frame.element.blur(),
    clear: () => mounted?.form.clear(),
  };
  return {
    handle,
    validate() {
      if (!mounted) throw new Error('IntegrationError: The Element is not mounted yet.');
      const { form, say } = mounted;
      const { problems: words } = wordsFor(context.locale);
      const problems = problemsOf(form.read(), new Date());
      for (const { field, problem } of problems) say(field, words[problem]);
      const [first] = problems;
      if (first === undefined) return undefined;
      form.focus(first.field);
      return { type: 'validation_error', code: first.problem, message: words[first.problem] };
    },
    means() {
      if (!mounted) throw new Error('IntegrationError: The Element is not mounted yet.');
      const fields = mounted.form.read();
      return { card: cardOf(fields), address: { country: fields.country, postal_code: fields.postalCode || null } };
    },
    refuse(error) {
      const field = FIELD_OF[error.code ?? ''];
      if (field && error.message !== undefined) mounted?.say(field, error.message);
    },
    restyle(next) {
      appearance = next;
      if (!mounted) return;
      mounted.style.textContent = stylesOf(next);
      mounted.frame.element.style.colorScheme = schemeOf(next);
    },
  };
}

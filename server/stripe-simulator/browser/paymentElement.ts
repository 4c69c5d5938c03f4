import type { Appearance, StripeError, StripePaymentElementOptions } from '@stripe/stripe-js';
import { schemeOf, stylesOf } from './appearance.js';
import { createCardForm } from './cardForm.js';
import type { CardForm } from './cardForm.js';
import { likelyCountry } from './countries.js';
import { createEmitter } from './emitter.js';
import type { Listener } from './emitter.js';
import { cardOf, problemsOf } from './fields.js';
import type { CardFields, FieldName } from './fields.js';
import { make, openFrame } from './frame.js';
import type { Frame } from './frame.js';
import type { Means } from './intents.js';
import { languageOf, wordsFor } from './words.js';

/** What the element needs of its group. */
export interface ElementContext {
  options: StripePaymentElementOptions;
  appearance: Appearance | undefined;
  locale: string;
  /** Whether the card is to be kept for later payments, so that the form says so. */
  savesCard: boolean;
  /** Told when the element is gone and another may be made. */
  onDestroy(): void;
}

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

const FRAME_STYLE =
  'border:0;display:block;margin:-4px;padding:0;width:calc(100% + 8px);overflow:hidden;user-select:none';

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

/** An element that is mounted: its frame and the form in it. */
interface Mounted {
  frame: Frame;
  form: CardForm;
  style: HTMLStyleElement;
  /** Says what is wrong with a field until somebody types there; undefined takes it back. */
  say(field: FieldName, message: string | undefined): void;
  stop(): void;
}

function addressOf(options: StripePaymentElementOptions, language: string) {
  const fields = options.fields?.billingDetails;
  const asked = options.defaultValues?.billingDetails?.address;
  return {
    country: asked?.country ?? likelyCountry(language),
    postalCode: asked?.postal_code ?? '',
    asksAddress: fields !== 'never' && !(typeof fields === 'object' && fields.address === 'never'),
  };
}

/** Puts the form into `parent`, as high as it is. */
function mountInto(parent: HTMLElement, context: ElementContext, emit: (event: string) => void): Mounted {
  const language = languageOf(context.locale);
  const words = wordsFor(context.locale);
  parent.classList.add('StripeElement');
  const frame = openFrame(parent, 'Secure payment input frame', language);
  frame.element.style.cssText = FRAME_STYLE;
  /** What is said to be wrong, until it no longer is. */
  const said = new Set<FieldName>();
  const check = (name: FieldName) => {
    const found = problemsOf(form.read(), new Date()).find(({ field }) => field === name);
    say(name, found && words.problems[found.problem]);
  };
  const say = (name: FieldName, message: string | undefined) => {
    form.say(name, message);
    if (message === undefined) said.delete(name);
    else said.add(name);
  };
  const form = createCardForm(frame.page, {
    words,
    language,
    ...addressOf(context.options, language),
    terms:
      context.savesCard && context.options.terms?.card !== 'never'
        ? words.mandate(context.options.business?.name ?? document.title)
        : '',
    onInput() {
      for (const name of said) check(name);
      emit('change');
    },
    onLeave(name) {
      if (form.read()[name] !== '') check(name);
    },
    onEnter: () => parent.closest('form')?.requestSubmit(),
  });
  const style = make(frame.page, 'style', {}, stylesOf(context.appearance));
  frame.page.head.append(style);
  frame.page.body.append(form.element);
  frame.element.style.colorScheme = schemeOf(context.appearance);
  form.element.addEventListener('focusin', () => emit('focus'));
  form.element.addEventListener('focusout', () => emit('blur'));
  form.element.addEventListener('keydown', (event) => event.key === 'Escape' && emit('escape'));
  return { frame, form, style, say, stop: followHeight(frame) };
}

/** Keeps the frame as high as what is in it. */
function followHeight({ element, page }: Frame): () => void {
  const fit = () => {
    element.style.height = `${page.body.offsetHeight}px`;
  };
  fit();
  if (typeof ResizeObserver === 'undefined') return () => {};
  const observer = new ResizeObserver(fit);
  observer.observe(page.body);
  return () => observer.disconnect();
}

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

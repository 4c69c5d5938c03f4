import type { Appearance, StripePaymentElementOptions } from '@stripe/stripe-js';
import { schemeOf, stylesOf } from './appearance.js';
import { createCardForm } from './cardForm.js';
import type { CardForm } from './cardForm.js';
import { likelyCountry } from './countries.js';
import { problemsOf } from './fields.js';
import type { FieldName } from './fields.js';
import { make, openFrame } from './frame.js';
import type { Frame } from './frame.js';
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

const FRAME_STYLE =
  'border:0;display:block;margin:-4px;padding:0;width:calc(100% + 8px);overflow:hidden;user-select:none';

/** An element that is mounted: its frame and the form in it. */
export interface Mounted {
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
export function mountInto(parent: HTMLElement, context: ElementContext, emit: (event: string) => void): Mounted {
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

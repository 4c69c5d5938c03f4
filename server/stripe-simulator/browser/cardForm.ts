import { brandOf } from '../payments/cards.js';
import { countriesIn } from './countries.js';
import { asksPostalCode, cvcLength, digitsOf, formatExpiry, formatNumber } from './fields.js';
import type { CardFields, FieldName } from './fields.js';
import { createField } from './field.js';
import type { Field } from './field.js';
import { make } from './frame.js';
import { markOf } from './marks.js';
import type { Words } from './words.js';

/** What the form is to show. */
export interface CardFormOptions {
  words: Words;
  language: string;
  /** Chosen at first; ISO 3166-1 alpha-2. */
  country: string;
  postalCode: string;
  /** Whether the holder's country is asked for. */
  asksAddress: boolean;
  /** Below the fields; empty for nothing. */
  terms: string;
  onInput(): void;
  /** Somebody went on to another field. */
  onLeave(field: FieldName): void;
  onEnter(): void;
}

/** The card form in its frame. */
export interface CardForm {
  element: HTMLElement;
  read(): CardFields;
  /** Says what is wrong with a field; undefined when nothing is any more. */
  say(field: FieldName, message: string | undefined): void;
  focus(field: FieldName): void;
  clear(): void;
}

function countrySelect(page: Document, { words, language, country }: CardFormOptions) {
  const options = countriesIn(language).map(({ code, name }) =>
    make(page, 'option', { value: code, selected: code === country }, name),
  );
  const select = make(page, 'select', { id: 'country', class: 'Input', autocomplete: 'billing country' }, ...options);
  const chevron = make(page, 'span', { class: 'Chevron', 'aria-hidden': true });
  chevron.innerHTML =
    '<svg viewBox="0 0 10 6" width="10" height="6"><path d="m1 1 4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5"/></svg>';
  const element = make(
    page,
    'div',
    { class: 'Field Field--wide' },
    make(page, 'label', { class: 'Label', for: 'country' }, words.country),
    make(page, 'div', { class: 'Box' }, select, chevron),
  );
  return { element, select };
}

/** The networks' marks in the number's field: those that are taken, or the one it is. */
function createMark(page: Document) {
  const element = make(page, 'span', { class: 'Mark' });
  return {
    element,
    show(digits: string) {
      const brand = brandOf(digits);
      const shown = digits === '' ? (['visa', 'mastercard', 'amex'] as const) : [brand];
      element.classList.toggle('Mark--one', digits !== '');
      element.replaceChildren(...shown.map((one) => markOf(page, one)));
    },
  };
}

function createFields(page: Document, { words, postalCode }: CardFormOptions): Record<FieldName, Field> {
  const numeric = { inputmode: 'numeric', 'aria-required': 'true' } as const;
  return {
    number: createField(page, {
      name: 'number',
      label: words.number,
      isWide: true,
      format: formatNumber,
      attributes: { ...numeric, autocomplete: 'cc-number', placeholder: '1234 1234 1234 1234' },
    }),
    expiry: createField(page, {
      name: 'expiry',
      label: words.expiry,
      format: formatExpiry,
      attributes: { ...numeric, autocomplete: 'cc-exp', placeholder: words.expiryPlaceholder },
    }),
    cvc: createField(page, {
      name: 'cvc',
      label: words.cvc,
      format: (text) => digitsOf(text).slice(0, 4),
      attributes: { ...numeric, autocomplete: 'cc-csc', placeholder: words.cvcPlaceholder },
    }),
    postalCode: createField(page, {
      name: 'postalCode',
      label: words.postalCode,
      isWide: true,
      format: (text) => text.toUpperCase(),
      attributes: { autocomplete: 'billing postal-code', 'aria-required': 'true', value: postalCode },
    }),
  };
}

/** Builds the form: number, date, code, and where the holder lives. */
export function createCardForm(page: Document, options: CardFormOptions): CardForm {
  const fields = createFields(page, options);
  const { element: country, select } = countrySelect(page, options);
  const mark = createMark(page);
  fields.number.box.append(mark.element);
  const address = options.asksAddress ? [country, fields.postalCode.element] : [];
  const terms = options.terms === '' ? [] : [make(page, 'p', { class: 'Terms' }, options.terms)];
  const element = make(
    page,
    'form',
    { novalidate: true },
    fields.number.element,
    fields.expiry.element,
    fields.cvc.element,
    ...address,
    ...terms,
  );
  const read = (): CardFields => ({
    number: fields.number.input.value,
    expiry: fields.expiry.input.value,
    cvc: fields.cvc.input.value,
    country: options.asksAddress ? select.value : '',
    postalCode: asksPostalCode(select.value) ? fields.postalCode.input.value : '',
  });
  const follow = () => {
    const { number } = read();
    mark.show(digitsOf(number));
    fields.cvc.input.maxLength = cvcLength(number);
    fields.postalCode.element.hidden = !asksPostalCode(select.value);
    fields.postalCode.rename(select.value === 'US' ? options.words.zip : options.words.postalCode);
  };
  follow();
  element.addEventListener('input', () => {
    follow();
    options.onInput();
  });
  for (const [name, { input }] of Object.entries(fields) as [FieldName, Field][]) {
    // Not when one leaves the frame: the host's button would move away under the pointer that presses it.
    input.addEventListener('blur', ({ relatedTarget }) => relatedTarget && options.onLeave(name));
  }
  element.addEventListener('submit', (event) => event.preventDefault());
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target !== select) options.onEnter();
  });
  return {
    element,
    read,
    say: (name, message) => fields[name].say(message),
    focus: (name) => fields[name].input.focus(),
    clear() {
      for (const { input } of Object.values(fields)) input.value = '';
      follow();
    },
  };
}

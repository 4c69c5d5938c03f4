import { make } from './frame.js';

/** A labelled field of one line that formats itself as one types. */
export interface Field {
  element: HTMLElement;
  /** Around the input; marks go here. */
  box: HTMLElement;
  input: HTMLInputElement;
  rename(label: string): void;
  /** Shows what is wrong, read aloud at once; undefined takes it away. */
  say(message: string | undefined): void;
}

interface FieldOptions {
  name: string;
  label: string;
  /** Across the whole form. @default false */
  isWide?: boolean;
  format(text: string, isDeleting: boolean): string;
  attributes: Record<string, string>;
}

/** Formats what was typed, and leaves the caret behind the same character. */
function keepFormatted(input: HTMLInputElement, format: FieldOptions['format']): void {
  input.addEventListener('input', (event) => {
    const isDeleting = 'inputType' in event && String(event.inputType).startsWith('delete');
    const { value } = input;
    const before = value.slice(0, input.selectionStart ?? value.length).replace(/\W/gu, '').length;
    const formatted = format(value, isDeleting);
    if (formatted === value) return;
    input.value = formatted;
    let caret = 0;
    for (let seen = 0; caret < formatted.length && seen < before; caret += 1) {
      if (/\w/u.test(formatted[caret] ?? '')) seen += 1;
    }
    const isAtEnd = before >= value.replace(/\W/gu, '').length;
    const place = isAtEnd ? formatted.length : caret;
    input.setSelectionRange(place, place);
  });
}

/** Makes a field. */
export function createField(page: Document, options: FieldOptions): Field {
  const { name } = options;
  const input = make(page, 'input', {
    id: name,
    class: 'Input',
    type: 'text',
    spellcheck: 'false',
    'aria-invalid': 'false',
    ...options.attributes,
  });
  const label = make(page, 'label', { class: 'Label', for: name }, options.label);
  const box = make(page, 'div', { class: 'Box' }, input);
  const error = make(page, 'p', { class: 'Error', id: `${name}-error`, role: 'alert', hidden: true });
  const classes = options.isWide ? 'Field Field--wide' : 'Field';
  keepFormatted(input, options.format);
  return {
    element: make(page, 'div', { class: classes }, label, box, error),
    box,
    input,
    rename(text) {
      label.textContent = text;
    },
    say(message) {
      input.classList.toggle('Input--invalid', message !== undefined);
      input.setAttribute('aria-invalid', String(message !== undefined));
      if (message === undefined) input.removeAttribute('aria-describedby');
      else input.setAttribute('aria-describedby', error.id);
      error.hidden = message === undefined;
      error.textContent = message ?? '';
    },
  };
}

/** What a page says of a component that neither its types nor its words nor its stylesheet say. */
export interface ComponentGuide {
  /** When to use it, and what to use instead where it does not fit; Markdown. */
  readonly when: string;
  /** Its parts, from the outside in, by class: `gh-row` and what it is. */
  readonly anatomy: Readonly<Record<string, string>>;
  /** Keys, and what each does. */
  readonly keyboard: Readonly<Record<string, string>>;
  /** What it shows of others, whose words it says too. @default [] */
  readonly parts?: readonly string[];
}

/** By the name that the package exports. */
export type ComponentGuides = Readonly<Record<string, ComponentGuide>>;

/** What every control answers to. */
export const CONTROLS = { Tab: 'To the next control.', 'Enter, Space': 'Presses a button, opens a menu.' };

/** What a menu answers to, from its button on. */
export const MENUS = {
  'Arrow down on a menu button': 'Opens the menu at its first entry.',
  'Arrows, Home, End, letters in a menu': 'Move among its entries, those that are unavailable too, which say why.',
};

/** What a dialog answers to. */
export const DIALOGS = { Escape: 'Closes the dialog, and the focus goes back to where it came from.' };

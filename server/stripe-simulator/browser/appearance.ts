import type { Appearance } from '@stripe/stripe-js';

type Variables = Required<
  Pick<
    NonNullable<Appearance['variables']>,
    | 'colorPrimary'
    | 'colorBackground'
    | 'colorText'
    | 'colorTextSecondary'
    | 'colorTextPlaceholder'
    | 'colorDanger'
    | 'fontFamily'
    | 'fontSizeBase'
    | 'fontSizeSm'
    | 'spacingUnit'
    | 'borderRadius'
  >
> & { border: string };

const STRIPE: Variables = {
  colorPrimary: '#0570de',
  colorBackground: '#ffffff',
  colorText: '#30313d',
  colorTextSecondary: '#6d6e78',
  colorTextPlaceholder: '#6d6e78',
  colorDanger: '#df1b41',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  fontSizeBase: '16px',
  fontSizeSm: '0.93em',
  spacingUnit: '4px',
  borderRadius: '5px',
  border: '#e6e6e6',
};

const THEMES: Record<NonNullable<Appearance['theme']>, Variables> = {
  stripe: STRIPE,
  flat: { ...STRIPE, border: 'transparent', colorBackground: '#f6f8fa' },
  night: {
    ...STRIPE,
    colorPrimary: '#85d996',
    colorBackground: '#30313d',
    colorText: '#ffffff',
    colorTextSecondary: '#a3a3b2',
    colorTextPlaceholder: '#a3a3b2',
    colorDanger: '#fe87a1',
    border: '#424353',
  },
};

/** A frame is see-through only while it has the scheme of the page in it. */
export const schemeOf = (appearance: Appearance = {}): 'light' | 'dark' =>
  appearance.theme === 'night' ? 'dark' : 'light';

const kebab = (name: string) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);

/** A declaration without what could end it and begin another rule. */
const declaration = (name: string, value: string) => `${kebab(name)}:${value.replace(/[;{}]/gu, '')}`;

/**
 * What a host asked of the form's look, as a stylesheet: variables over the theme's, then its rules, whose selectors
 * (`.Input`, `.Label`, `.Error`) are the classes of the form.
 */
export function stylesOf(appearance: Appearance = {}): string {
  const theme = appearance.theme ?? 'stripe';
  const variables: Record<string, string> = { ...THEMES[theme], ...appearance.variables };
  const custom = Object.entries(variables).map(([name, value]) => declaration(`--${name}`, value));
  const rules = Object.entries(appearance.rules ?? {}).map(
    ([selector, declarations]) =>
      `${selector.replace(/[{}]/gu, '')}{${Object.entries(declarations)
        .map(([name, value]) => declaration(name, value))
        .join(';')}}`,
  );
  return `:root{color-scheme:${schemeOf(appearance)};${custom.join(';')}}\n${FORM}\n${rules.join('\n')}`;
}

/** The form at rest: labels above quiet fields, one ring where the focus is. */
const FORM = `
*{box-sizing:border-box}
[hidden]{display:none!important}
html,body{margin:0;padding:0;background:transparent;overflow:hidden}
body{font:400 var(--font-size-base)/1.4 var(--font-family);color:var(--color-text);padding:4px;
  -webkit-font-smoothing:antialiased}
form{display:grid;grid-template-columns:1fr 1fr;gap:calc(var(--spacing-unit)*3) calc(var(--spacing-unit)*3)}
.Field{min-width:0;display:flex;flex-direction:column}
.Field--wide{grid-column:1/-1}
.Label{display:block;font-size:var(--font-size-sm);color:var(--color-text);margin-bottom:var(--spacing-unit)}
.Box{position:relative}
.Input{display:block;width:100%;font:inherit;line-height:1.4;color:var(--color-text);background:var(--color-background);
  border:1px solid var(--border);border-radius:var(--border-radius);padding:calc(var(--spacing-unit)*3);
  box-shadow:0 1px 1px rgb(0 0 0/3%),0 3px 6px rgb(0 0 0/2%);outline:0;appearance:none;
  transition:border-color .12s,box-shadow .12s}
.Input::placeholder{color:var(--color-text-placeholder);opacity:1}
.Input:focus{border-color:var(--color-primary);box-shadow:0 0 0 1px var(--color-primary)}
.Input.Input--invalid{border-color:var(--color-danger);box-shadow:0 0 0 1px var(--color-danger)}
.Input.Input--invalid:not(:focus){color:var(--color-danger)}
.Error{font-size:var(--font-size-sm);color:var(--color-danger);margin:var(--spacing-unit) 0 0}
.Terms{grid-column:1/-1;font-size:.86em;color:var(--color-text-secondary);margin:0}
.Mark{position:absolute;inset-block:0;inset-inline-end:calc(var(--spacing-unit)*3);display:flex;align-items:center;gap:4px;
  pointer-events:none}
.Mark svg{display:block;width:24px;height:16px;border-radius:2px}
.Box:has(.Mark) .Input{padding-inline-end:112px}
.Box:has(.Mark--one) .Input{padding-inline-end:48px}
.Chevron{position:absolute;line-height:0;inset-inline-end:14px;top:calc(50% - 3px);pointer-events:none;
  color:var(--color-text-secondary)}
select.Input{padding-inline-end:36px;text-overflow:ellipsis}
@media (prefers-reduced-motion:reduce){.Input{transition:none}}
`;

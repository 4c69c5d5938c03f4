import type { Appearance } from '@stripe/stripe-js';

/** A colour as Stripe's form, which is in a frame of its own, understands it: wide gamuts and variables are resolved. */
function toRgb(color: string): string {
  const context = document.createElement('canvas').getContext?.('2d', { willReadFrequently: true });
  if (!context) return color;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** What a variable of the theme is where `element` stands. */
function resolve(element: Element, property: 'color' | 'borderRadius', value: string): string {
  const probe = document.createElement('span');
  probe.style[property] = value;
  element.append(probe);
  const resolved = getComputedStyle(probe)[property];
  probe.remove();
  return property === 'color' ? toRgb(resolved) : resolved;
}

const isLight = (rgb: string) => {
  const [red = 255, green = 255, blue = 255] = rgb.match(/\d+/gu)?.map(Number) ?? [];
  return red * 0.299 + green * 0.587 + blue * 0.114 > 128;
};

/** Stripe's form in the look of the theme around `element`. */
export function appearanceAt(element: Element): Appearance {
  const color = (name: string) => resolve(element, 'color', `var(--${name})`);
  const colorBackground = color('color-panel-solid');
  const { fontFamily } = getComputedStyle(element);
  return {
    theme: isLight(colorBackground) ? 'stripe' : 'night',
    labels: 'above',
    variables: {
      colorPrimary: color('accent-9'),
      colorBackground,
      colorText: color('gray-12'),
      colorTextSecondary: color('gray-11'),
      colorDanger: color('gh-error'),
      borderRadius: resolve(element, 'borderRadius', 'var(--gh-radius)'),
      fontFamily,
      fontSizeBase: '14px',
      spacingUnit: '4px',
    },
    rules: { '.Input': { boxShadow: 'none', border: `1px solid ${color('gray-8')}`, padding: '8px' } },
  };
}

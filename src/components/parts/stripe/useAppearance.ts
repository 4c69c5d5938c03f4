import type { Appearance } from '@stripe/stripe-js';
import { useEffect, useState } from 'react';
import { appearanceAt } from './appearance.js';

/** Calls whenever the theme around `element` may have become another. */
function onThemeChange(element: Element, listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  // Themes are classes and attributes of what stands around, up to the page.
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    observer.observe(around, { attributes: true });
  }
  const system = window.matchMedia?.('(prefers-color-scheme: dark)');
  system?.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    system?.removeEventListener('change', listener);
  };
}

/**
 * Stripe's form in the look of the theme where `probe` stands, also when that changes while the form is open. Undefined
 * until it stands there.
 *
 * @example const { probe, appearance } = useAppearance(); // <span ref={probe} className="gh-root" hidden />
 */
export function useAppearance(): { probe: (element: HTMLElement | null) => void; appearance: Appearance | undefined } {
  const [element, probe] = useState<HTMLElement | null>(null);
  const [appearance, setAppearance] = useState<Appearance>();
  useEffect(() => {
    if (element === null) return;
    const look = () => {
      const next = appearanceAt(element);
      // The same look stays the same object, so that Stripe is not told of it again.
      setAppearance((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    look();
    return onThemeChange(element, look);
  }, [element]);
  return { probe, appearance };
}

import axe from 'axe-core';
import { turn } from './turned.js';
import type { Turned } from './turned.js';

/** Axe's rules, with two that are left out unless asked for: target-size of WCAG 2.2 AA by axe, region by the addon. */
export const AXE_OPTIONS: axe.RunOptions = {
  rules: { 'target-size': { enabled: true }, region: { enabled: true } },
};

/** Waits for what follows from a new width, scheme or direction, and for what moves to arrive. */
export async function settle(): Promise<void> {
  // What is new, then observers, then what they render.
  for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  // Storybook pauses what still moves after a play function: waiting for that would take for ever.
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

const isTooWide = () => (document.scrollingElement?.scrollWidth ?? 0) > window.innerWidth;

/** Whether the page would be as wide as the window without it, what it draws beside itself included. */
function isToBlame(element: HTMLElement): boolean {
  const { display } = element.style;
  element.style.setProperty('display', 'none', 'important');
  const isFine = !isTooWide();
  element.style.display = display;
  return isFine;
}

/** What makes the page wider than its window, which is nothing or one entry. */
export function findOverhanging(): string[] {
  if (!isTooWide()) return [];
  const { scrollWidth } = document.documentElement;
  const blamed = [...document.body.querySelectorAll<HTMLElement>('*')].filter(isToBlame).at(-1);
  return [
    `${scrollWidth} pixels wide in a window of ${window.innerWidth}, by ${blamed?.outerHTML.slice(0, 120) ?? 'several'}`,
  ];
}

/**
 * Looks at the story on the page once more, from another side, as it stands after its play function: it is turned and not run again.
 * Resolves to what is amiss: axe's violations, and what makes the page wider than its window.
 */
export async function lookAgain(to: Turned): Promise<string[]> {
  turn(to);
  await settle();
  axe.reset();
  const { violations } = await axe.run({ include: document.body, exclude: ['.sb-wrapper'] }, AXE_OPTIONS);
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  );
  return [...findOverhanging(), ...found];
}

import type { Preview } from '@storybook/react-vite';
import axe from 'axe-core';

type AfterEach = Extract<NonNullable<Preview['afterEach']>, (...args: never[]) => unknown>;

/** Only where stories run as tests; in the browser the addon checks the scheme that is on screen. */
const IS_TEST = import.meta.env.VITEST_STORYBOOK === 'false';

async function settle(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  // Storybook pauses what still moves after a play function: waiting for that would take for ever.
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}

/**
 * Looks with axe at the same story once more, in dark where it was light, as it stands after its play function.
 * The scheme is a class on <html>, so turning it costs no second run of the story.
 */
export const expectNoViolationsInOtherScheme: AfterEach = async ({ parameters }) => {
  if (!IS_TEST || parameters.a11y?.test === 'off') return;
  const { classList } = document.documentElement;
  const [from, to] = classList.contains('dark') ? ['dark', 'light'] : ['light', 'dark'];
  classList.replace(from, to);
  try {
    await settle();
    axe.reset();
    const { violations } = await axe.run(
      { include: document.body, exclude: ['.sb-wrapper'] },
      parameters.a11y?.options,
    );
    const found = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
    );
    if (found.length > 0) throw new Error(`Accessibility violations in the ${to} scheme:\n${found.join('\n')}`);
  } finally {
    classList.replace(to, from);
  }
};

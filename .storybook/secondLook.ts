import type { Preview } from '@storybook/react-vite';
import { lookAgain, settle } from './lookAgain.js';
import { expectNothingMoved, stopWatchingShifts, watchShifts } from './shifts.js';
import { turn } from './turned.js';

type Hook<N extends 'beforeEach' | 'afterEach'> = Extract<NonNullable<Preview[N]>, (...args: never[]) => unknown>;

/** Only where stories run as tests; in the browser the addon checks what is on screen. */
const IS_TEST = import.meta.env.VITEST_STORYBOOK === 'false';

const PHONE = { width: 360, height: 800 };
const LEVELS = ['warn', 'error'] as const;

/** Vitest says it of observers that hear of a resize one frame later; the browser's own console does not. */
const NOT_A_COMPLAINT = 'ResizeObserver loop completed';

/** What these show comes in its own time: nothing that was there may move for it. */
const SLOW = 'Slow';

let complaints: string[] = [];

/** Keeps what the console is told while a story runs. */
export const listenToConsole: Hook<'beforeEach'> = ({ name }) => {
  if (!IS_TEST) return undefined;
  complaints = [];
  if (name === SLOW) watchShifts();
  const speakers = LEVELS.map((level) => [level, console[level]] as const);
  for (const [level, say] of speakers) {
    console[level] = (...words: unknown[]) => {
      const said = words.map(String).join(' ');
      if (!said.includes(NOT_A_COMPLAINT)) complaints.push(`${level}: ${said}`);
      say(...words);
    };
  }
  return () => {
    for (const [level, say] of speakers) console[level] = say;
    stopWatchingShifts();
  };
};

/** Looks at what stands there on a phone; afterwards it stands as it did. */
async function onPhone(look: () => Promise<void>): Promise<void> {
  const { page } = await import('vitest/browser');
  const { innerWidth, innerHeight } = window;
  await page.viewport(PHONE.width, PHONE.height);
  try {
    await look();
  } finally {
    await page.viewport(innerWidth, innerHeight);
    await settle();
  }
}

/**
 * The addon looks at each story as it is, at 1280 pixels and in light where the story does not say otherwise. This looks once more: in
 * dark, from right to left, on a phone. What comes slowly is let come once more there, too.
 */
export const expectNothingAmissElsewhere: Hook<'afterEach'> = async ({ parameters, name, renderToCanvas }) => {
  if (!IS_TEST) return;
  if (name === SLOW) {
    await expectNothingMoved();
    await onPhone(async () => {
      await settle();
      watchShifts();
      await renderToCanvas();
      await expectNothingMoved();
    });
  }
  if (parameters.a11y?.test === 'off') return;
  await onPhone(async () => {
    try {
      const found = await lookAgain({ scheme: 'dark', direction: 'rtl' });
      if (found.length > 0) throw new Error(`In dark, from right to left, at 360 pixels:\n${found.join('\n')}`);
    } finally {
      turn();
    }
  });
  if (complaints.length > 0) throw new Error(`The console was told:\n${complaints.join('\n')}`);
};

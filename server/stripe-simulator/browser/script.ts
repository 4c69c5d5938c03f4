import { fileURLToPath } from 'node:url';

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  // Loaded when a browser asks: whoever talks to the simulator from code needs no bundler.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('entry.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    legalComments: 'none',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild made nothing of the stand-in for Stripe.js.');
  return file.text;
}

/**
 * The stand-in for Stripe.js as one script, to be run before `loadStripe`.
 *
 * @param apiBase where the simulator answers, without a slash at the end; empty for the page's own origin
 */
export async function stripeJsScript({ apiBase }: { apiBase: string }): Promise<string> {
  script ??= bundle();
  return `const STRIPE_STAND_IN_API = ${JSON.stringify(apiBase).replaceAll('<', '\\u003c')};\n${await script}`;
}

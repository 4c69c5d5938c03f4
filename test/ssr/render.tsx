/** Renders every page in a process that has no window, and prints them as JSON: a name, its HTML and what complained. */
import { renderToReadableStream } from 'react-dom/server';
import { PAGES, pageOf } from './pages.js';

/** What one page became. */
export interface Rendered {
  html: string;
  complaints: string[];
}

async function render(name: string): Promise<Rendered> {
  const complaints: string[] = [];
  console.error = (...words: unknown[]) => void complaints.push(words.join(' '));
  const onError = (error: unknown) => void complaints.push(String(error));
  try {
    const stream = await renderToReadableStream(pageOf(name), { onError });
    await stream.allReady;
    return { html: await new Response(stream).text(), complaints };
  } catch (error) {
    return { html: '', complaints: [...complaints, String(error)] };
  }
}

const rendered: Record<string, Rendered> = {};
for (const name of PAGES) rendered[name] = await render(name);
process.stdout.write(JSON.stringify({ hasWindow: typeof window !== 'undefined', rendered }), () => process.exit(0));

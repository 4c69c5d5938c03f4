import { once } from 'node:events';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createParser } from 'eventsource-parser';

/** An open stream. */
export interface BenchStream {
  close(): void;
}

/** Opens a stream on a connection of its own. Resolves with its first event, which says that it is ready. */
export async function openStream(
  url: string,
  token: string,
  onData: (data: string) => void = () => undefined,
): Promise<BenchStream> {
  const asked = get(url, { agent: false, headers: { authorization: token, accept: 'text/event-stream' } });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${url} answered with ${response.statusCode}.`);
  return new Promise((resolve, reject) => {
    const stream = { close: () => void asked.destroy() };
    const parser = createParser({
      onEvent: ({ data }) => {
        resolve(stream);
        onData(data);
      },
    });
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => parser.feed(chunk));
    response.on('error', reject);
  });
}

/** Opens as many streams as there are people, a few at a time. */
export async function openStreams<P>(
  people: readonly P[],
  open: (person: P) => Promise<BenchStream>,
): Promise<BenchStream[]> {
  const waiting = [...people];
  const streams: BenchStream[] = [];
  const opener = async () => {
    for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) streams.push(await open(person));
  };
  await Promise.all(Array.from({ length: 20 }, opener));
  return streams;
}

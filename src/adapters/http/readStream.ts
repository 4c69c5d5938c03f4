import { createParser } from 'eventsource-parser';
import { errorFromResponse } from './problem.js';
import type { Attempt } from './patience.js';
import type { Transport } from './request.js';

/** What one stream is asked for. */
export interface StreamRequest {
  readonly workspaceIds: readonly string[];
  /** Where to go on: an id that the stream brought. */
  readonly resumeFrom: string | undefined;
}

/** What one stream brings. */
export interface StreamHandlers {
  onOpen(): void;
  onMessage(data: string, id: string | undefined): void;
  /** The server says how many milliseconds to wait before the next attempt. */
  onRetry(ms: number): void;
}

/** Reads one stream to its end. Rejects when it cannot be opened, or is cut. */
export async function readStream(
  transport: Transport,
  { workspaceIds, resumeFrom }: StreamRequest,
  attempt: Attempt,
  { onOpen, onMessage, onRetry }: StreamHandlers,
): Promise<void> {
  const headers = new Headers(await transport.headers());
  headers.set('accept', 'text/event-stream');
  if (resumeFrom !== undefined) headers.set('last-event-id', resumeFrom);
  const query = new URLSearchParams(workspaceIds.map((id) => ['workspaceId', id])).toString();
  const init: RequestInit = { headers, credentials: 'include', cache: 'no-store', signal: attempt.signal };
  const response = await transport.fetch(`${transport.baseUrl}/events${query && `?${query}`}`, init);
  if (!response.ok || !response.body) throw await errorFromResponse(response);
  onOpen();

  const parser = createParser({ onEvent: ({ data, id }) => onMessage(data, id), onRetry });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      attempt.heard();
      parser.feed(decoder.decode(chunk.value, { stream: true }));
    }
  } finally {
    // A stream that failed is cancelled already, and says so by rejecting.
    await reader.cancel().catch(() => undefined);
  }
}

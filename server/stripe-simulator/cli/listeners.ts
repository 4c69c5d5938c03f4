import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Kernel } from '../kernel/kernel.js';
import { deliveryOf } from '../delivery/delivery.js';
import type { Target } from '../delivery/delivery.js';

/** Where `stripe listen` connects to. */
export const LISTEN_PATH = '/_sim/listen';
const SUBPROTOCOL = 'stripecli-devproxy-v1';
const PATIENCE_MILLISECONDS = 15_000;

/** What the CLI answers: how the endpoint, to which it forwarded an event, answered. */
interface WebhookResponse {
  type: 'webhook_response';
  webhook_conversation_id: string;
  status: number;
}

const isResponse = (message: unknown): message is WebhookResponse =>
  typeof message === 'object' &&
  message !== null &&
  Reflect.get(message, 'type') === 'webhook_response' &&
  typeof Reflect.get(message, 'webhook_conversation_id') === 'string';

/** The secret that `stripe listen` tells: the same for a key at all times, as Stripe's is for an account. */
export const secretOf = (key: string): string => `whsec_${createHash('sha256').update(key).digest('hex')}`;

/** An endpoint behind `stripe listen`. As at Stripe, nothing is sent twice to it. */
function cliTarget(kernel: Kernel, socket: WebSocket, secret: string): Target {
  const answers = new Map<string, (isAccepted: boolean) => void>();
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(String(data));
    if (isResponse(message))
      answers.get(message.webhook_conversation_id)?.(message.status >= 200 && message.status < 300);
  });
  socket.on('close', () => answers.forEach((answer) => answer(false)));
  const id = kernel.ids.next('we');
  return {
    id,
    label: 'stripe listen',
    secret,
    wants: () => true,
    retries: false,
    async send({ payload, signature }) {
      const conversation = kernel.ids.next('wc');
      const answered = new Promise<boolean>((resolve) => {
        const timer = setTimeout(() => resolve(false), PATIENCE_MILLISECONDS);
        answers.set(conversation, (isAccepted) => {
          clearTimeout(timer);
          resolve(isAccepted);
        });
      });
      socket.send(
        JSON.stringify({
          type: 'webhook_event',
          event_payload: payload,
          http_headers: { 'Stripe-Signature': signature },
          webhook_id: id,
          webhook_conversation_id: conversation,
          endpoint: { api_version: null },
        }),
      );
      return answered.finally(() => answers.delete(conversation));
    },
  };
}

/** Those who listen with the CLI. */
export interface Listeners {
  /** Remembers a session, so that its connection is let in. */
  open: (session: string, secret: string) => void;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
  close: () => void;
}

/** Takes the connections of `stripe listen` and forwards events to them. */
export function createListeners(kernel: Kernel): Listeners {
  const server = new WebSocketServer({ noServer: true, handleProtocols: () => SUBPROTOCOL });
  const sessions = new Map<string, string>();
  return {
    open: (session, secret) => void sessions.set(session, secret),
    upgrade(request, socket, head) {
      const { pathname } = new URL(request.url ?? '/', 'http://simulator');
      const secret = sessions.get(pathname.slice(`${LISTEN_PATH}/`.length));
      if (!pathname.startsWith(`${LISTEN_PATH}/`) || secret === undefined) return false;
      server.handleUpgrade(request, socket, head, (connection) => {
        const remove = deliveryOf(kernel).addTarget(cliTarget(kernel, connection, secret));
        connection.on('close', remove);
        connection.on('error', remove);
      });
      return true;
    },
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
  };
}

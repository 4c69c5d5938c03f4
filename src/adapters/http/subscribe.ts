import type { GuildhallAdapter } from '../../contract/index.js';
import { openConnection } from './connection.js';
import type { ConnectionListener, OpenConnection } from './connection.js';
import { createOrderGuard } from './inOrder.js';
import type { Transport } from './request.js';
import { joinConnection, sharingPlatform } from './shared.js';

/**
 * The adapter's `subscribe`. With a `shareAs` that names the person, all their tabs share one
 * connection, where the browser has Web Locks; without, each subscription has its own.
 */
export function createSubscribe(
  transport: Transport,
  shareAs: string | null,
): NonNullable<GuildhallAdapter['subscribe']> {
  return ({ workspaceId }, listener) => {
    const isNew = createOrderGuard();
    const guarded: ConnectionListener = {
      onEvent: (event) => isNew(event) && tell(() => listener.onEvent(event)),
      onStatus: (status) => tell(() => listener.onStatus?.(status)),
    };
    const open: OpenConnection = (request, hearer) => openConnection(transport, request, hearer);
    const platform = shareAs === null ? null : sharingPlatform();
    if (!platform)
      return open({ workspaceIds: workspaceId === undefined ? [] : [workspaceId], resumeFrom: undefined }, guarded);
    return joinConnection(platform, { name: `guildhall:${shareAs}`, workspaceId }, open, guarded);
  };
}

/** A listener that throws is the app's bug: reported as uncaught, and no reason to lose the connection. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

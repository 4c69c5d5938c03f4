'use client';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { GuildhallEvent, StreamStatus } from '../contract/index.js';
import { LiveEventsContext, StreamStatusContext, useGuildhall } from './context.js';

/** Milliseconds until it is tried again where what events need could not be loaded. */
const RETRY_MS = 5_000;

/** The one live connection: it feeds events into the cache, and says how it is doing. */
export function LiveSync({
  onWorkspaceLost,
  children,
}: {
  onWorkspaceLost: (workspaceId: string) => void;
  children: ReactNode;
}) {
  const { adapter, queryClient: client, workspaceId, onError } = useGuildhall();
  const [status, setStatus] = useState<StreamStatus>('connecting');
  const [listeners] = useState(() => new Set<(event: GuildhallEvent) => void>());

  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = () => {};
    const begin = async () => {
      const loaded = await import('../hooks/createListener.js').catch(() => undefined);
      if (isOver) return;
      if (!loaded) timer = setTimeout(() => void begin(), RETRY_MS);
      const onEvent = loaded?.createListener({ client, adapter, onWorkspaceLost }, listeners, onError);
      if (onEvent) stop = adapter.subscribe?.({ workspaceId }, { onEvent, onStatus: setStatus }) ?? stop;
    };
    if (adapter.subscribe) void begin();
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [adapter, client, workspaceId, onWorkspaceLost, onError, listeners]);

  return (
    <StreamStatusContext.Provider value={adapter.subscribe === undefined ? null : status}>
      <LiveEventsContext.Provider value={listeners}>{children}</LiveEventsContext.Provider>
    </StreamStatusContext.Provider>
  );
}

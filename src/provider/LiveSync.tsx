'use client';
import { notifyManager } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { StreamStatus } from '../contract/index.js';
import { applyEvent } from '../hooks/applyEvent.js';
import { createRefetch } from '../hooks/createRefetch.js';
import { StreamStatusContext, useGuildhall } from './context.js';

/** The one live connection: it feeds events into the cache, and says how it is doing. */
export function LiveSync({
  onWorkspaceLost,
  children,
}: {
  onWorkspaceLost: (workspaceId: string) => void;
  children: ReactNode;
}) {
  const { adapter, queryClient: client, workspaceId } = useGuildhall();
  const [status, setStatus] = useState<StreamStatus>('connecting');

  useEffect(() => {
    const target = { client, adapter, refetch: createRefetch(client), onWorkspaceLost };
    return adapter.subscribe?.(
      { workspaceId },
      { onEvent: (event) => notifyManager.batch(() => applyEvent(target, event)), onStatus: setStatus },
    );
  }, [adapter, client, workspaceId, onWorkspaceLost]);

  return (
    <StreamStatusContext.Provider value={adapter.subscribe === undefined ? null : status}>
      {children}
    </StreamStatusContext.Provider>
  );
}

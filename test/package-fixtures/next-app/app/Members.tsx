'use client';
import { GuildhallProvider, MembersTable } from 'guildhall';
import { createMemoryAdapter } from 'guildhall/adapters/memory';
import { WORKSPACE, world } from './world';

// Made in a client module: an adapter is functions, which a server component cannot hand over.
const adapter = createMemoryAdapter({ world });

export function Members() {
  return (
    <GuildhallProvider adapter={adapter} workspaceId={WORKSPACE}>
      <MembersTable />
    </GuildhallProvider>
  );
}

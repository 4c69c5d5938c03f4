import type { MemoryAdapterOptions } from 'guildhall/adapters/memory';

export const WORKSPACE = 'northwind';

/** Two people in a workspace. */
export const world: NonNullable<MemoryAdapterOptions['world']> = {
  now: '2026-03-02T09:00:00.000Z',
  users: [
    { id: 'ada', email: 'ada@northwind.example', name: 'Ada Lindqvist' },
    { id: 'ben', email: 'ben@northwind.example', name: 'Ben Okafor' },
  ],
  workspaces: [
    {
      id: WORKSPACE,
      name: 'Northwind',
      members: [
        { userId: 'ada', role: 'owner' },
        { userId: 'ben', role: 'member' },
      ],
    },
  ],
};

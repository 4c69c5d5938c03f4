import type { World } from 'guildhall/testing';

/** Somebody in a workspace. */
export interface Occupant {
  readonly userId: string;
  readonly workspaceId: string;
}

const count = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));

/** Workspaces of so many people each, of whom the first owns it, and nobody is in two. */
export function makeRooms(rooms: number, people: number): { world: World; occupants: Occupant[] } {
  const workspaceIds = count(rooms, (room) => `room-${room}`);
  const occupants = workspaceIds.flatMap((workspaceId) =>
    count(people, (nth): Occupant => ({ userId: `${workspaceId}.person-${nth}`, workspaceId })),
  );
  const world: World = {
    now: '2026-03-02T09:00:00.000Z',
    users: occupants.map(({ userId }) => ({ id: userId, name: `Person ${userId}`, email: `${userId}@host.example` })),
    workspaces: workspaceIds.map((id) => ({
      id,
      name: `Workspace ${id}`,
      members: occupants
        .filter(({ workspaceId }) => workspaceId === id)
        .map(({ userId }, nth) => ({ userId, role: nth === 0 ? 'owner' : 'member' })),
    })),
  };
  return { world, occupants };
}

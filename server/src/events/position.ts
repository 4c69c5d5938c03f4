/** How far a client has heard: its own log, and those of workspaces, by id. */
export interface Position {
  readonly viewer: number;
  readonly workspaces: ReadonlyMap<string, number>;
}

const OWN = /^u(\d{1,15})$/;
const WORKSPACE = /^(\d{1,15})-(.+)$/s;

/** The position as the id of an event. Opaque to clients; safe in a header and in a line of a stream. */
export function encodePosition({ viewer, workspaces }: Position): string {
  // What `encodeURIComponent` leaves as it is has no semicolon.
  const parts = [...workspaces].map(([id, seq]) => `${seq}-${encodeURIComponent(id)}`);
  return [`u${viewer}`, ...parts].join(';');
}

/** What {@link encodePosition} wrote, or null for anything else. */
export function decodePosition(text: string): Position | null {
  const [own = '', ...parts] = text.split(';');
  const [, viewer] = OWN.exec(own) ?? [];
  if (viewer === undefined) return null;
  const workspaces = new Map<string, number>();
  try {
    for (const part of parts) {
      const [, seq, id] = WORKSPACE.exec(part) ?? [];
      if (seq === undefined || id === undefined) return null;
      workspaces.set(decodeURIComponent(id), Number(seq));
    }
  } catch {
    return null;
  }
  return { viewer: Number(viewer), workspaces };
}

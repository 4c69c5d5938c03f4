/** How far a client has heard: its own log, and that of one workspace. */
export interface Position {
  readonly viewer: number;
  readonly workspace: { readonly id: string; readonly seq: number } | null;
}

const SHAPE = /^u(\d{1,15})(?:-w(\d{1,15})-(.+))?$/s;

/** The position as the id of an event. Opaque to clients; safe in a header and in a line of a stream. */
export function encodePosition({ viewer, workspace }: Position): string {
  return workspace === null ? `u${viewer}` : `u${viewer}-w${workspace.seq}-${encodeURIComponent(workspace.id)}`;
}

/** What {@link encodePosition} wrote, or null for anything else. */
export function decodePosition(text: string): Position | null {
  const [, viewer, seq, id] = SHAPE.exec(text) ?? [];
  if (viewer === undefined) return null;
  try {
    const workspace = seq === undefined || id === undefined ? null : { id: decodeURIComponent(id), seq: Number(seq) };
    return { viewer: Number(viewer), workspace };
  } catch {
    return null;
  }
}

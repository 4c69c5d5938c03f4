import type { GuildhallEvent, StreamStatus, Unsubscribe } from '../../contract/index.js';
import type { ConnectionListener, OpenConnection } from './connection.js';
import { randomId } from './randomId.js';
import { advance } from './standing.js';
import type { Standing } from './standing.js';

/** What the tab with the connection tells the others. */
export type Told =
  /** How it does, for whoever asks. */
  | { kind: 'pong'; term: string; status: StreamStatus; standing: Standing | null; id: string | undefined }
  | { kind: 'status'; term: string; status: StreamStatus }
  | { kind: 'event'; term: string; event: GuildhallEvent; id: string | undefined };

/** A tab's time as the one that holds the connection. */
export interface Leadership {
  /** Tells the others how it does. */
  answer(): void;
  /** Follows all of these workspaces from now on. Those that it follows already, it follows without a gap. */
  follow(workspaceIds: ReadonlySet<string>): void;
  end(): void;
  readonly over: Promise<void>;
}

/** What it takes to lead. */
export interface LeadershipOptions {
  readonly open: OpenConnection;
  readonly workspaceIds: ReadonlySet<string>;
  readonly resumeFrom: string | undefined;
  readonly say: (message: Told) => void;
  readonly listener: ConnectionListener;
}

/** Opens the connection and tells all tabs what it brings. */
export function takeLead({ open, workspaceIds, resumeFrom, say, listener }: LeadershipOptions): Leadership {
  const term = randomId();
  let status: StreamStatus = 'connecting';
  let standing: Standing | null = null;
  let id = resumeFrom;
  let followed = workspaceIds;
  let close: Unsubscribe = () => {};
  /** A connection to more workspaces, until it stands: so long the one before goes on. */
  let closeNext: Unsubscribe | null = null;

  const onStatus = (next: StreamStatus) => {
    status = next;
    if (next !== 'open') standing = null;
    say({ kind: 'status', term, status });
    listener.onStatus(next);
  };
  const onEvent = (event: GuildhallEvent, at: string | undefined) => {
    id = at ?? id;
    standing = advance(standing, event);
    say({ kind: 'event', term, event, id });
    listener.onEvent(event, at);
  };
  const openNext = () => {
    closeNext?.();
    let isCurrent = false;
    const closeThis = open(
      { workspaceIds: [...followed], resumeFrom: id },
      {
        onStatus: (next) => {
          if (!isCurrent && next === 'open') {
            isCurrent = true;
            close();
            close = closeThis;
            closeNext = null;
          }
          if (isCurrent) onStatus(next);
        },
        onEvent,
      },
    );
    closeNext = closeThis;
  };
  let finish = () => {};
  const over = new Promise<void>((resolve) => (finish = resolve));
  close = open({ workspaceIds: [...followed], resumeFrom }, { onStatus, onEvent });
  return {
    answer: () => say({ kind: 'pong', term, status, standing, id }),
    follow: (wanted) => {
      if ([...wanted].every((one) => followed.has(one))) return;
      followed = wanted;
      openNext();
    },
    end: () => {
      closeNext?.();
      close();
      finish();
    },
    over,
  };
}

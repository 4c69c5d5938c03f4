import { may } from '../../contract/index.js';
import type { GuildhallEvent, Permission, StreamListener, Unsubscribe, WorkspaceTopic } from '../../contract/index.js';
import type { UserRecord, WorkspaceRecord } from './records.js';

type EventOfTopic = Extract<GuildhallEvent, { topic: WorkspaceTopic }>;
type WithoutPosition<E> = E extends EventOfTopic ? Omit<E, 'seq' | 'workspaceId'> : never;
/** An event of a workspace, before it is numbered. */
export type WorkspaceEvent = WithoutPosition<EventOfTopic>;

/** The permission that a topic asks for beside membership. */
const TOPIC_PERMISSION: Record<WorkspaceTopic, Permission | null> = {
  workspace: null,
  members: null,
  entities: null,
  invitations: 'members:invite',
  billing: 'billing:manage',
  activity: 'activity:read',
};

/** One person's stream: their own topic, and those of one workspace while it is open to them. */
class Stream {
  #workspace: WorkspaceRecord | null = null;
  #queue: GuildhallEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #state: 'connecting' | 'open' | 'ended' = 'connecting';

  constructor(
    readonly user: UserRecord,
    private readonly listener: StreamListener,
  ) {}

  /** Opens after a turn of the event loop, as any real stream does. */
  open(findWorkspace: () => WorkspaceRecord | undefined, workspaceId: string | undefined): void {
    this.listener.onStatus?.('connecting');
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#state = 'open';
      this.listener.onStatus?.('open');
      const found = findWorkspace();
      if (found?.members.byUser(this.user.id)) this.#workspace = found;
      else if (workspaceId !== undefined) this.push({ topic: 'stream', type: 'closed', workspaceId });
      const workspace = this.#workspace && { id: this.#workspace.id, seq: this.#workspace.seq };
      this.push({ topic: 'stream', type: 'ready', viewer: this.user.seq, workspace });
    }, 0);
  }

  push(event: GuildhallEvent): void {
    if (this.#state !== 'open') return;
    this.#queue.push(structuredClone(event));
    this.#timer ??= setTimeout(() => this.#deliver(), 0);
  }

  /** The standing is read at each event: who was removed or demoted gets nothing from then on. */
  pushOf(workspace: WorkspaceRecord, event: EventOfTopic): void {
    if (this.#workspace !== workspace) return;
    const standing = workspace.members.byUser(this.user.id);
    if (!standing) return this.close(workspace);
    const permission = TOPIC_PERMISSION[event.topic];
    if (permission === null || may(standing, permission)) this.push(event);
  }

  close(workspace: WorkspaceRecord): void {
    if (this.#workspace !== workspace) return;
    this.#workspace = null;
    this.push({ topic: 'stream', type: 'closed', workspaceId: workspace.id });
  }

  end(): void {
    this.#state = 'ended';
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#queue = [];
  }

  #deliver(): void {
    this.#timer = null;
    const events = this.#queue;
    this.#queue = [];
    for (const event of events) {
      if (this.#state === 'ended') return;
      this.#tell(event);
    }
  }

  /** A listener that throws is the app's bug: reported as uncaught, and no reason to lose the events after it. */
  #tell(event: GuildhallEvent): void {
    try {
      this.listener.onEvent(event);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

/** All streams that are open, over all adapters of one backend. */
export class EventHub {
  readonly #streams = new Set<Stream>();

  toUser(user: UserRecord, event: GuildhallEvent): void {
    for (const stream of this.#streams) if (stream.user === user) stream.push(event);
  }

  toWorkspace(workspace: WorkspaceRecord, event: EventOfTopic): void {
    for (const stream of this.#streams) stream.pushOf(workspace, event);
  }

  /** Ends a workspace's part of every stream. */
  close(workspace: WorkspaceRecord): void {
    for (const stream of this.#streams) stream.close(workspace);
  }

  subscribe(
    user: UserRecord,
    workspaceId: string | undefined,
    findWorkspace: () => WorkspaceRecord | undefined,
    listener: StreamListener,
  ): Unsubscribe {
    const stream = new Stream(user, listener);
    this.#streams.add(stream);
    stream.open(findWorkspace, workspaceId);
    return () => {
      stream.end();
      this.#streams.delete(stream);
    };
  }

  /** Ends every stream, without a word. */
  dispose(): void {
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
  }
}

import { expect, it } from 'vitest';
import { isGuildhallError } from '../../contract/index.js';
import type {
  Call,
  ErrorCode,
  GuildhallAdapter,
  GuildhallError,
  InputOf,
  OperationName,
  OutputOf,
} from '../../contract/index.js';
import type { CardBehaviour, CreateHarness, Harness, World, WorldEntity } from '../world.js';
import { Recording } from './recording.js';
import { expectOutputOf } from './shapes.js';

/** What an adapter may be without. */
export type Feature = OperationName | 'subscribe';

/** What is tested, and what it says of itself. */
export interface Subject {
  readonly createHarness: CreateHarness;
  /** What the adapter does not have. */
  readonly without: readonly Feature[];
}

/** What a test may need beside operations: inside an adapter, or of its harness. */
type Need = Feature | 'search' | 'totalCount' | 'payments' | 'authentication' | 'hostEntities';

/** What an error must tell: its code, and any of its details; of `fields` the paths. */
export interface ExpectedError {
  /** Where the contract leaves a choice, any of them. */
  code: ErrorCode | readonly ErrorCode[];
  reason?: string;
  permission?: string;
  fields?: readonly string[];
  max?: number;
  used?: number;
}

/** Thrown where a test needs what the adapter does not have and need not have. */
class NotApplicable extends Error {}

type AnyOperation = (input: unknown, call?: Call) => Promise<unknown>;

/** One operation of an adapter by its name in the routes table, or undefined where it is absent. */
export function operationOf(adapter: GuildhallAdapter, name: OperationName): AnyOperation | undefined {
  const [group, method] = name.split('.') as [string, string];
  return (adapter as unknown as Record<string, Record<string, AnyOperation> | undefined>)[group]?.[method];
}

/** A world, and people who act in it. Everything that they get is checked against the contract. */
export class Stage {
  readonly #adapters = new Map<string | null, GuildhallAdapter>();
  readonly #recordings: Recording[] = [];

  constructor(
    private readonly subject: Subject,
    private readonly harness: Harness,
  ) {}

  as(who: string | null): GuildhallAdapter {
    const adapter = this.#adapters.get(who) ?? this.harness.as(who);
    this.#adapters.set(who, adapter);
    return adapter;
  }

  advance(ms: number): Promise<void> {
    return this.harness.advance(ms);
  }

  /** Goes no further where the adapter is without one of these. */
  needs(...features: readonly Need[]): void {
    const missing = features.filter((feature) => !this.#has(feature));
    if (missing.length > 0) throw new NotApplicable(`this adapter is without ${missing.join(', ')}`);
  }

  #has(need: Need): boolean {
    if (need === 'search' || need === 'totalCount') return this.as(null).supports[need];
    if (need === 'payments') return this.harness.billing !== undefined;
    if (need === 'authentication') return this.harness.billing?.authenticate !== undefined;
    if (need === 'hostEntities') return this.harness.entities !== undefined;
    return !this.subject.without.includes(need);
  }

  /** Adds a card, as if its number had been typed in. */
  async addPaymentMethod(workspaceId: string, behaviour: CardBehaviour): Promise<void> {
    this.needs('payments');
    await this.harness.billing?.addPaymentMethod(workspaceId, behaviour);
  }

  /** Answers the bank's question about a payment. */
  async authenticate(clientSecret: string, answer: 'complete' | 'fail'): Promise<void> {
    this.needs('authentication');
    await this.harness.billing?.authenticate?.(clientSecret, answer);
  }

  /** The host's own code writes an entity. */
  async put(entity: WorldEntity): Promise<void> {
    this.needs('hostEntities');
    await this.harness.entities?.put(entity);
  }

  /** The host's own code removes an entity, and with it what is below. */
  async removeEntity(kind: string, id: string): Promise<void> {
    this.needs('hostEntities');
    await this.harness.entities?.remove(kind, id);
  }

  #ask(who: string | null, name: OperationName, input: unknown, call?: Call): Promise<unknown> {
    this.needs(name);
    const operation = operationOf(this.as(who), name);
    if (!operation) throw new Error(`The adapter has no ${name}, and \`without\` does not say so.`);
    return operation(input, call);
  }

  /** Asks for something that must work, and checks the shape of the answer. */
  async call<N extends OperationName>(
    who: string | null,
    name: N,
    input: InputOf<N>,
    call?: Call,
  ): Promise<OutputOf<N>> {
    const output = await this.#ask(who, name, input, call);
    expectOutputOf(name, output);
    return output as OutputOf<N>;
  }

  /** Asks for something that must be refused, and checks what the refusal tells. */
  async refused(who: string | null, name: OperationName, input: unknown, expected: ExpectedError, call?: Call) {
    this.needs(name);
    const what = `${name} by ${who ?? 'nobody'} with ${JSON.stringify(input)?.slice(0, 300)}`;
    const error = await this.#ask(who, name, input, call).then(
      (answer) => expect.fail(`${what} was answered: ${JSON.stringify(answer)}`),
      (thrown: unknown) => thrown,
    );
    if (!isGuildhallError(error)) throw error;
    expectError(error, expected, what);
    return error;
  }

  /** Listens, from the moment on at which the stream is ready. */
  async listen(who: string | null, workspaceId?: string): Promise<Recording> {
    const recording = this.record(who, workspaceId);
    await recording.event({ topic: 'stream', type: 'ready' });
    return recording;
  }

  /** Listens without waiting. */
  record(who: string | null, workspaceId?: string): Recording {
    this.needs('subscribe');
    const recording = new Recording(this.as(who), workspaceId);
    this.#recordings.push(recording);
    return recording;
  }

  async dispose(): Promise<void> {
    for (const recording of this.#recordings) recording.stop();
    await this.harness.dispose();
  }
}

function expectError(error: GuildhallError, { code, fields, ...details }: ExpectedError, what: string): void {
  expect([code].flat(), `${what} is refused: ${error.message}`).toContain(error.code);
  if (Object.keys(details).length > 0) expect(error.details, `${what} tells why`).toMatchObject(details);
  const paths = fieldsOf(error);
  for (const field of fields ?? []) expect(paths, `${what} names the field`).toContain(field);
}

/** The paths of the fields that a refusal names. */
export function fieldsOf(error: GuildhallError): string[] {
  return isGuildhallError(error, 'validation') ? (error.details?.fields.map(({ path }) => path) ?? []) : [];
}

/** A test on a stage of its own. Where it needs what the adapter is without, it counts as skipped and says so. */
export function scene(subject: Subject, title: string, world: World, play: (stage: Stage) => Promise<void>): void {
  it(`${title}`, async (context) => {
    expect.hasAssertions();
    const stage = new Stage(subject, await subject.createHarness(world));
    try {
      await play(stage);
    } catch (error) {
      if (error instanceof NotApplicable) context.skip(error.message);
      throw error;
    } finally {
      await stage.dispose();
    }
  });
}

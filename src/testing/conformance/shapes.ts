import { expect } from 'vitest';
import { guildhallEvent, routes } from '../../contract/index.js';
import type { GuildhallEvent, OperationName } from '../../contract/index.js';

/** What JSON makes of a value. Dates, undefined fields and class instances do not come through unchanged. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Whether an answer is what its row of the routes table says: no field more, none less, and pure JSON. */
export function expectOutputOf(name: OperationName, output: unknown): void {
  expect(output, `the answer of ${name} is JSON`).toStrictEqual(throughJson(output));
  const parsed = routes[name].output.safeParse(output);
  expect(parsed.error?.issues ?? [], `the answer of ${name} has the fields that the contract tells`).toEqual([]);
  expect(output, `the answer of ${name} has no other fields`).toStrictEqual(parsed.data);
}

/** The same for an event. */
export function expectEvent(event: unknown): GuildhallEvent {
  expect(event, 'an event is JSON').toStrictEqual(throughJson(event));
  const parsed = guildhallEvent.safeParse(event);
  expect(parsed.error?.issues ?? [], `an event of the contract: ${JSON.stringify(event)}`).toEqual([]);
  expect(event, 'an event has no other fields').toStrictEqual(parsed.data);
  return event as GuildhallEvent;
}

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { guildhallEvent, operationNames, routes } from 'guildhall/contract';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { compileAnswers } from '../scripts/lib/compileAnswers.js';
import { formatted } from '../scripts/lib/formatted.js';
import { Mismatch } from '../src/adapters/http/checks.js';
import type { Check, Row } from '../src/adapters/http/checks.js';
import { eventShape } from '../src/adapters/http/compiled/events.js';
import { atOnce, later, methods } from '../src/adapters/http/compiled/index.js';
import { arbitraryOf, places, withValueAt } from './support/samples.js';

const FOLDER = 'src/adapters/http/compiled';

const loaded = await Promise.all(Object.values(later).map((load) => load()));
const rows: Readonly<Record<string, Row>> = Object.assign({}, ...loaded.map((group) => group.rows));

const cases: [name: string, schema: z.ZodMiniType, check: Check | undefined][] = [
  ...operationNames.map((name): (typeof cases)[number] => [name, routes[name].output, rows[name]?.[2]]),
  ['an event', guildhallEvent, eventShape],
];

/** What a check makes of a value: what it gives back, or where it refuses. */
function outcomeOf(check: Check | undefined, value: unknown): { data?: unknown; refusedAt?: string } {
  try {
    return { data: check?.(value, '') };
  } catch (error) {
    if (error instanceof Mismatch) return { refusedAt: error.path };
    throw error;
  }
}

/** What no length or pattern has to say about: another type, another literal, something missing. */
const isStructural = ({ code }: { code: string }) => code.startsWith('invalid_') && code !== 'invalid_format';

describe('the shapes that the HTTP adapter checks answers with', () => {
  it('are what the routes table makes them: otherwise run `npm run generate`', async () => {
    const compiled = compileAnswers();
    expect(readdirSync(FOLDER).toSorted()).toEqual([...compiled.keys()].toSorted());
    for (const [name, text] of compiled) {
      expect(readFileSync(`${FOLDER}/${name}`, 'utf8'), name).toBe(await formatted(name, text));
    }
  });

  it('are there for every operation, which goes where the table says', async () => {
    expect(Object.keys(rows).toSorted()).toEqual(operationNames.toSorted());
    const named = Object.entries(methods).flatMap(([group, names]) => names.map((method) => `${group}.${method}`));
    expect(named.toSorted()).toEqual(operationNames.toSorted());
    for (const name of operationNames) {
      const { method, path, access } = routes[name];
      const isKeyless = method !== 'GET' && access === 'public';
      expect(rows[name]).toEqual([method, path, expect.any(Function), ...(isKeyless ? ['keyless'] : [])]);
    }
    const first = Object.keys((await later.first?.())?.rows ?? {});
    expect(Object.keys(atOnce)).toEqual(first);
    for (const [name, route] of Object.entries(atOnce)) expect(route).toEqual(['GET', rows[name]?.[1]]);
  });

  it.each(cases)(
    '%s: give back what the schema gives back, without fields that nobody knows',
    (_name, schema, check) => {
      fc.assert(
        fc.property(arbitraryOf(schema), (sample) => {
          const crowded = places(sample).reduce((value, place) => withValueAt(value, [...place, 'unknown'], 1), sample);
          for (const value of [sample, crowded]) {
            expect(outcomeOf(check, value)).toEqual({ data: z.parse(schema, value) });
          }
        }),
        { numRuns: 30 },
      );
    },
  );

  it.each(cases)('%s: refuse what has another shape, and say where', (_name, schema, check) => {
    const odd = fc.constantFrom(undefined, null, true, 1, 'no such word', [], {});
    const mutated = fc.tuple(arbitraryOf(schema), fc.nat(), odd).map(([sample, pick, value]) => {
      const all = places(sample);
      return withValueAt(sample, all[pick % all.length] ?? [], value);
    });
    fc.assert(
      fc.property(mutated, (value) => {
        const { error, data } = z.safeParse(schema, value);
        const outcome = outcomeOf(check, value);
        const refusals = (error?.issues ?? []).filter(isStructural).map(({ path }) => path.join('.'));
        if (refusals.length > 0) expect(refusals).toContain(outcome.refusedAt);
        else expect(outcome).toEqual({ data: data ?? value });
      }),
      { numRuns: 60 },
    );
  });
});

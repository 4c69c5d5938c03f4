import { readFileSync } from 'node:fs';
import { operationNames, routes } from 'guildhall/contract';
import { describe, expect, it } from 'vitest';
import { describeApi } from '../scripts/lib/describeApi.js';

interface Operation {
  operationId: string;
  parameters: { name?: string; in?: string }[];
  requestBody?: { content: Record<string, { schema: { properties: object } }> };
}

const document = describeApi() as {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

describe('openapi.json', () => {
  it('is what the routes table makes it: otherwise run `npm run generate`', () => {
    expect(JSON.parse(readFileSync('openapi.json', 'utf8'))).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('describes every operation once, and the stream', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids.toSorted()).toEqual([...operationNames, 'subscribe'].toSorted());
  });

  it('says what answers share once, by a name that leads somewhere', () => {
    const text = JSON.stringify(document);
    const referred = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
    expect([...new Set(referred)].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted());
    expect(text, 'nothing is defined inside of something else').not.toContain('$defs');
    expect(referred.filter((name) => name === 'Billing').length).toBeGreaterThan(5);
  });

  it.each(operationNames)('%s says where each field of its input goes', (name) => {
    const operation = operations.find(({ operationId }) => operationId === name);
    const inPath = operation?.parameters.filter((one) => one.in === 'path').map((one) => one.name);
    expect(inPath).toEqual([...routes[name].path.matchAll(/:(\w+)/g)].map((match) => match[1]));
    const inBody = Object.keys(operation?.requestBody?.content['application/json']?.schema.properties ?? {});
    const inQuery = operation?.parameters.filter((one) => one.in === 'query').map((one) => one.name) ?? [];
    const all = [...(inPath ?? []), ...inQuery, ...inBody];
    expect(all.toSorted()).toEqual(Object.keys(routes[name].input.shape).toSorted());
  });
});

import { describe, expect, it, vi } from 'vitest';
import type * as Compiled from './compiled/index.js';
import { createHttpAdapter } from './createHttpAdapter.js';

const { loads } = vi.hoisted(() => ({ loads: [] as { arrive: () => void; fail: () => void }[] }));

// What checks the first answers comes, or fails, when the test says so.
vi.mock('./compiled/index.js', async (original) => {
  const index = await original<typeof Compiled>();
  const first = () =>
    new Promise((resolve, reject) => {
      loads.push({
        arrive: () => resolve(index.later.first?.()),
        fail: () => reject(new TypeError('Failed to fetch dynamically imported module')),
      });
    });
  return { ...index, later: { ...index.later, first } };
});

const page = { items: [], nextCursor: null, seq: 3 };

/** What is being loaded, once it is. */
const theLoad = () => vi.waitFor(() => loads.shift() ?? expect.fail('Nothing is loaded.'));

describe('what a page asks for first', () => {
  it('is asked for while what checks the answer is on its way', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(page));
    const listing = createHttpAdapter({ baseUrl: '/api', fetch }).workspaces.list({});
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledOnce());
    expect(fetch.mock.calls[0]?.[0]).toBe('/api/workspaces');
    (await theLoad()).arrive();
    expect(await listing).toEqual(page);
  });

  it('is unavailable where that does not come, and there with another try', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(page));
    const { workspaces } = createHttpAdapter({ baseUrl: '/api', fetch });
    const outcome = workspaces.list({}).catch((error: unknown) => error);
    (await theLoad()).fail();
    expect(await outcome).toMatchObject({ code: 'unavailable', details: { reason: 'network' } });
    const again = workspaces.list({});
    (await theLoad()).arrive();
    expect(await again).toEqual(page);
  });
});

import { render, screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { holding } from '../../stories/support/holding.js';
import { createMemoryBackend } from '../adapters/memory/index.js';
import { GuildhallError } from '../contract/index.js';
import type { GuildhallAdapter } from '../contract/index.js';
import { GuildhallProvider } from '../provider/GuildhallProvider.js';
import { useMembers } from './useMembers.js';
import { useWorkspace } from './useWorkspace.js';

/** A page of a workspace that looks, before it is painted, whether it has been asked for. */
function Page({ beforePaint }: { beforePaint: () => void }) {
  useLayoutEffect(beforePaint, [beforePaint]);
  return <Shown />;
}

function Shown() {
  const { data, error } = useWorkspace('northwind');
  const members = useMembers({ workspaceId: 'northwind' });
  return <p>{error ? error.message : `${data?.name}: ${members.data?.pages[0]?.totalCount}`}</p>;
}

function watched(change: Partial<GuildhallAdapter['workspaces']> = {}) {
  const adapter = createMemoryBackend(holding()).as('amara');
  const get = vi.fn<typeof adapter.workspaces.get>(change.get ?? adapter.workspaces.get);
  const list = vi.fn<typeof adapter.members.list>(adapter.members.list);
  return {
    adapter: { ...adapter, workspaces: { ...adapter.workspaces, get }, members: { ...adapter.members, list } },
    get,
    list,
  };
}

describe('what is shown', () => {
  it('is asked for before the first frame is painted, and once', async () => {
    const { adapter, get, list } = watched();
    const asked: number[][] = [];
    render(
      <GuildhallProvider adapter={adapter}>
        <Page beforePaint={() => void asked.push([get.mock.calls.length, list.mock.calls.length])} />
      </GuildhallProvider>,
    );
    expect(await screen.findByText(/^Northwind Studio: \d+$/)).toBeVisible();
    expect(asked[0]).toEqual([1, 1]);
    expect(get).toHaveBeenCalledTimes(1);
    expect(list).toHaveBeenCalledTimes(1);
  });

  it('tells of a failure once, as it does of later ones', async () => {
    const onError = vi.fn<(error: unknown) => void>();
    const { adapter, get } = watched({ get: () => Promise.reject(new GuildhallError('not_found')) });
    render(
      <GuildhallProvider adapter={adapter} onError={onError}>
        <Page beforePaint={() => undefined} />
      </GuildhallProvider>,
    );
    expect(await screen.findByText(new GuildhallError('not_found').message)).toBeVisible();
    expect(get).toHaveBeenCalledTimes(1);
    expect(onError).toHaveBeenCalledTimes(1);
  });
});

import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { crowd } from '../../../stories/support/northwind.js';
import { Stage } from '../../../stories/support/Stage.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import { GuildhallError } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';
import { MembersTable } from './MembersTable.js';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

/** What the browser was given to save. */
const saved: { name: string; text: () => Promise<string> }[] = [];

beforeEach(() => {
  saved.length = 0;
  let blob: Blob | null = null;
  Object.assign(URL, {
    createObjectURL: (given: Blob) => ((blob = given), 'blob:1'),
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    const given = blob;
    saved.push({ name: this.download, text: async () => (await given?.text()) ?? '' });
  });
});

const show = (adapt?: (adapter: GuildhallAdapter) => GuildhallAdapter, members?: number) => {
  render(
    <Stage adapt={adapt} memory={members === undefined ? undefined : { world: crowd(members) }}>
      <MembersTable />
    </Stage>,
  );
  return userEvent.setup();
};
const button = () => screen.findByRole('button', { name: 'Export as CSV' });

describe('exporting members', () => {
  it('saves all of them, also those that are not loaded', async () => {
    const user = show(undefined, 450);
    await user.click(await button());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.name).toMatch(/^[a-z-]+-members-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await saved[0]?.text())?.trim().split('\r\n') ?? [];
    expect(lines).toHaveLength(451);
    expect(new Set(lines)).toHaveProperty('size', 451);
    expect(await screen.findByText(/^450 members exported to .*\.csv\.$/)).toBeInTheDocument();
  });

  it('saves those alone who match the search', async () => {
    const user = show();
    await user.type(await screen.findByRole('searchbox'), 'herrera');
    await waitFor(() => expect(screen.queryByRole('row', { name: /Priya Raghunathan/ })).not.toBeInTheDocument());
    await user.click(await button());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect((await saved[0]?.text())?.trim().split('\r\n')).toEqual([
      'name,email,role,billing_contact,joined_at',
      expect.stringMatching(/^Tomás Herrera,tomas@[^,]+,member,false,\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    ]);
  });

  it('says how far it is, can be stopped, and saves nothing then', async () => {
    const never = (adapter: GuildhallAdapter): GuildhallAdapter => ({
      ...adapter,
      members: {
        ...adapter.members,
        list: (input, call) =>
          input.limit === 200 && input.cursor !== undefined
            ? new Promise(() => undefined)
            : adapter.members.list(input, call),
      },
    });
    const user = show(never, 450);
    await user.click(await button());
    expect(await screen.findByText('Exporting: 200 of 450 read.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Stop exporting (200 read)' }));
    await button();
    expect(saved).toEqual([]);
  });
});

describe('an export that fails', () => {
  it('says so and saves nothing; the next try saves', async () => {
    let isFailing = false;
    const user = show((adapter) => {
      const failing = failOn(adapter, 'members.list', new GuildhallError('internal'));
      const list: GuildhallAdapter['members']['list'] = (input, call) =>
        (isFailing ? failing : adapter).members.list(input, call);
      return { ...adapter, members: { ...adapter.members, list } };
    });
    await button();
    isFailing = true;
    await user.click(await button());
    expect(await screen.findByText(/^Not exported\. /)).toBeVisible();
    expect(saved).toEqual([]);
    isFailing = false;
    await user.click(await button());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(screen.queryByText(/^Not exported/)).not.toBeInTheDocument();
  });
});

import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { createMemoryBackend } from '../src/adapters/memory/index.js';
import { WorkspaceSettings } from '../src/components/WorkspaceSettings/index.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { Button } from '../src/ui/index.js';
import { NOW } from './support/northwind.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { happenings, studios, withActivity } from './support/studios.js';
import { FROM_THE_RIGHT, longNamed, slow } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'> &
  Pick<Parameters<typeof WorkspaceSettings>[0], 'defaultSection' | 'section' | 'hrefForSection' | 'onLeave'>;

const ARGS: Pick<StoryArgs, 'adapt' | 'onLeave'> = {
  adapt: withActivity(happenings(22)),
  onLeave: () => undefined,
};

const meta = {
  title: 'Components/WorkspaceSettings',
  component: WorkspaceSettings,
  parameters: { frame: 'edge' },
  args: ARGS,
  render: ({ defaultSection, section, hrefForSection, onLeave, memory, ...stage }) => {
    return (
      <Stage width={1040} padding={0} {...stage} memory={{ world: studios(), ...memory }}>
        <WorkspaceSettings
          defaultSection={defaultSection}
          section={section}
          hrefForSection={hrefForSection}
          onLeave={onLeave}
        />
      </Stage>
    );
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The section is kept inside unless the host's router says which. */
export const Default: Story = {};

/** The members, as one arrives from an invitation's mail. */
export const Members: Story = { args: { defaultSection: 'members' } };

/** What happened, for owners and admins. */
export const Activity: Story = { args: { defaultSection: 'activity' } };

/** The host's addresses: each section is a link. */
export const WithLinks: Story = { args: { section: 'general', hrefForSection: (section) => `#/settings/${section}` } };

/** A member is not offered the activity. */
export const AsMember: Story = { args: { memory: { viewerId: 'tomas' } } };

/** Opened by its address all the same, it says whom to ask. */
export const ForbiddenSection: Story = { args: { memory: { viewerId: 'tomas' }, section: 'activity' } };

/** Two people on one backend: Amara removes Tomás while he looks. */
function RemovedMeanwhile({
  onLeave,
  ...stage
}: Omit<StageProps, 'children'> & { onLeave?: (() => void) | undefined }) {
  const [backend] = useState(() => createMemoryBackend(studios(), { now: () => NOW }));
  const remove = () =>
    void backend.as('amara').members.remove?.({ workspaceId: 'northwind', memberIds: ['northwind.tomas'] });
  return (
    <Stage width={1040} padding={0} {...stage} adapt={() => backend.as('tomas')}>
      <WorkspaceSettings onLeave={onLeave} />
      <Button onClick={remove}>Amara removes Tomás</Button>
    </Stage>
  );
}

/** Removed while looking: it says so at once. */
export const Lost: Story = {
  render: ({ onLeave }) => <RemovedMeanwhile onLeave={onLeave} />,
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText(/How Northwind Studio appears/);
    await userEvent.click(canvas.getByRole('button', { name: 'Amara removes Tomás' }));
    await canvas.findByText('You no longer have access to Northwind Studio');
  },
};

/** Never a member, or never there. */
export const NeverThere: Story = { args: { workspaceId: 'gone' } };

const silent = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  workspaces: { ...adapter.workspaces, get: () => new Promise<never>(() => undefined) },
});

/** On its way. */
export const Loading: Story = { args: { adapt: silent } };

/** What went wrong, and another try. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'workspaces.get', new GuildhallError('internal'), { times: 1 }) },
};

const offline = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  subscribe: (_input, listener) => {
    listener.onStatus?.('offline');
    return () => undefined;
  },
});

/** The last data stays, and nothing is blocked. */
export const Offline: Story = { args: { adapt: offline } };

/** A backend without a log. */
export const WithoutActivity: Story = { args: { adapt: ({ activity: _none, ...adapter }) => adapter } };

/** Logical throughout: the same from right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** The sections stand in a row above. */
export const Phone: Story = { args: { width: 390 } };

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** Names and addresses that do not fit. */
export const LongNames: Story = { args: { adapt: longNamed } };

/** A payment that failed is marked on the way to billing. */
export const PastDue: Story = { args: { memory: { world: paying('past_due') } } };

import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import '../src/components/InviteDialog/InviteDialogPanel.js';
import { CreateWorkspaceDialog } from '../src/components/CreateWorkspaceDialog/index.js';
import { InviteDialog } from '../src/components/InviteDialog/index.js';
import { PlanPicker } from '../src/components/PlanPicker/index.js';
import { WorkspaceSettings } from '../src/components/WorkspaceSettings/index.js';
import { WorkspaceSwitcher } from '../src/components/WorkspaceSwitcher/index.js';
import type { World } from '../src/testing/world.js';
import { findCutOff } from '../test/support/findCutOff.js';
import { findUntranslated, namesIn } from '../test/support/findUntranslated.js';
import { pseudo, PSEUDO_LOCALE } from '../test/support/pseudo.js';
import { holding, KIND_WORDS } from './support/holding.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { happenings, studios, withActivity } from './support/studios.js';

type StoryArgs = Omit<StageProps, 'theme'>;

const nothing = () => undefined;

/** What is typed, and the address that one of these is taken for. */
const TYPED = ['yuki.tan@northwind.studio', 'jonas@northwind.studio', 'ana@gmial.com', 'wrong', 'kai@studio-kite.com'];
const SUGGESTED = ['gmail.com', 'ana@gmail.com', 'wrong@northwind.studio'];

/** Parts that load on demand come when they come. */
const PATIENT = { timeout: 10_000 };

/** Names that are the same in every language: of the host's, of brands, of taxes and of a file's format. */
const NAMES = [...namesIn(KIND_WORDS), 'chats', 'assistants', 'prompt', 'prompts', 'files', 'Stripe', 'Visa', 'VAT'];

/** All that people and hosts have named. */
const named = (world: World) => [...NAMES, ...TYPED, ...SUGGESTED, ...namesIn(world), ...namesIn(happenings(24))];

/** Northwind with all that there is to see: bills, items, other workspaces and invitations. */
const everything = (state: Parameters<typeof paying>[0] = 'healthy'): World => {
  const world = paying(state);
  const others = studios();
  const { entityKinds, entities } = holding();
  return {
    ...others,
    ...world,
    users: others.users,
    workspaces: [...world.workspaces, ...others.workspaces.slice(1)],
    ...(entityKinds && { entityKinds }),
    ...(entities && { entities }),
  };
};

const meta = {
  title: 'Languages/Pseudo-locale',
  parameters: { frame: 'edge' },
  args: { children: null, memory: { world: everything() }, adapt: withActivity(happenings(24)) },
  render: (stage) => (
    <Stage width={1040} padding={0} locale={PSEUDO_LOCALE} messages={pseudo} entityKinds={KIND_WORDS} {...stage} />
  ),
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;
type Play = NonNullable<Story['play']>;

/** Looks at the page once it is whole: no word that is in no catalogue, and room for all of them. */
const whole =
  (role: string): Play =>
  async ({ args, canvasElement }) => {
    await screen.findAllByRole(role, undefined, PATIENT);
    const world = args.memory?.world ?? everything();
    await waitFor(() => expect(canvasElement.querySelector('[aria-busy="true"]')).toBeNull(), PATIENT);
    await waitFor(() => expect(findUntranslated(canvasElement, named(world))).toEqual([]), PATIENT);
    expect(findCutOff(canvasElement)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(window.innerWidth);
  };

/** The members, and the invitations that wait. */
export const Members: Story = {
  args: { children: <WorkspaceSettings defaultSection="members" onLeave={nothing} /> },
  play: whole('rowheader'),
};

/** Name, picture, and the ways out. */
export const General: Story = {
  args: { children: <WorkspaceSettings defaultSection="general" onLeave={nothing} /> },
  play: whole('textbox'),
};

/** A plan with its bills. */
export const Billing: Story = {
  args: { children: <WorkspaceSettings defaultSection="billing" onLeave={nothing} /> },
  play: whole('region'),
};

/** A payment that failed. */
export const PastDue: Story = { ...Billing, args: { ...Billing.args, memory: { world: everything('past_due') } } };

/** Seats that are bought ahead. */
export const Prepaid: Story = { ...Billing, args: { ...Billing.args, memory: { world: everything('prepaid') } } };

/** Nothing is paid yet. */
export const Free: Story = {
  args: { ...Billing.args, memory: { world: everything('free') } },
  play: whole('region'),
};

/** What a member sees of billing. */
export const BillingForbidden: Story = {
  args: { ...Billing.args, memory: { world: everything(), viewerId: 'noah' } },
  play: whole('region'),
};

/** The plans side by side. */
export const Plans: Story = {
  args: { children: <PlanPicker onBack={nothing} onCancelPlan={nothing} />, width: 880, padding: 40 },
  play: whole('table'),
};

/** What a workspace holds. */
export const Items: Story = {
  args: { children: <WorkspaceSettings defaultSection="items" onLeave={nothing} /> },
  play: whole('rowheader'),
};

/** One of everything that can happen. */
export const Activity: Story = {
  args: { children: <WorkspaceSettings defaultSection="activity" onLeave={nothing} /> },
  play: whole('listitem'),
};

/** Addresses in every state. */
export const Inviting: Story = {
  args: {
    children: <InviteDialog open onOpenChange={nothing} initialText={TYPED.join(', ')} />,
  },
  play: whole('dialog'),
};

/** A workspace of one's own. */
export const Creating: Story = {
  args: { children: <CreateWorkspaceDialog onCreated={nothing} onClose={nothing} /> },
  play: whole('dialog'),
};

/** One's workspaces, and the invitations that wait for oneself. */
export const Switching: Story = {
  args: { children: <WorkspaceSwitcher onSwitch={nothing} onManage={nothing} />, width: 239, padding: 8 },
  play: async (context) => {
    await context.userEvent.click(await screen.findByRole('button', { name: /Northwind Studio/ }));
    await whole('option')(context);
  },
};

/** The members on a phone. */
export const MembersOnAPhone: Story = {
  ...Members,
  globals: { viewport: { value: 'mobile1', isRotated: false } },
};

/** Billing on a phone. */
export const BillingOnAPhone: Story = {
  ...Billing,
  globals: { viewport: { value: 'mobile1', isRotated: false } },
};

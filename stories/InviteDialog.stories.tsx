import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { screen, within } from 'storybook/test';
// Loaded on demand in a host; here at once, so that what a story waits for is not the network.
import '../src/components/InviteDialog/InviteDialogPanel.js';
import { InviteDialog } from '../src/components/InviteDialog/index.js';
import type { InviteDialogProps } from '../src/components/InviteDialog/index.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import type { World } from '../src/testing/world.js';
import { Button } from '../src/ui/index.js';
import { northwind } from './support/northwind.js';
import { paying } from './support/paying.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { studios } from './support/studios.js';
import { FROM_THE_RIGHT, slow } from './support/seeds.js';

interface StoryArgs extends Omit<StageProps, 'children' | 'theme' | 'messages'>, Omit<InviteDialogProps, 'messages'> {
  /** The words of the whole stage. */
  catalogue?: StageProps['messages'];
}

/** A host's button, and the dialog that it opens. */
function Host({ open, onOpenChange, ...dialog }: InviteDialogProps) {
  const [isOpen, setIsOpen] = useState(open);
  const change = (next: boolean) => {
    setIsOpen(next);
    onOpenChange(next);
  };
  return (
    <>
      <Button variant="primary" onClick={() => change(true)}>
        Invite people
      </Button>
      <InviteDialog {...dialog} open={isOpen} onOpenChange={change} />
    </>
  );
}

const meta = {
  title: 'Components/InviteDialog',
  component: InviteDialog,
  args: { open: true, onOpenChange: () => undefined },
  parameters: { docs: { story: { inline: false, height: '720px' } } },
  render: ({ open, onOpenChange, initialText, onWorkspaceCreated, memory, catalogue, ...stage }) => {
    return (
      <Stage {...stage} messages={catalogue} memory={memory}>
        <Host
          open={open}
          onOpenChange={onOpenChange}
          initialText={initialText}
          onWorkspaceCreated={onWorkspaceCreated}
        />
      </Stage>
    );
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;
type Play = NonNullable<Story['play']>;

/** Ready, to fix, and left out with the reason. */
const PASTED = `lena@studio-kite.com, "Bell, Marcus" <marcus.bell@northwind.studio>
theo.park@northwind; ines.duarte@northwind.studio
hana@northwind.studio, yuki.tan@northwind.studio`;

const paste = (text: string): Play =>
  async function pasteAddresses({ userEvent }) {
    await userEvent.click(await screen.findByRole('textbox', { name: 'Email addresses' }));
    await userEvent.paste(text);
    await screen.findByRole('list', { name: 'Addresses' });
  };

const pasteAndSend = (text: string, button: RegExp): Play =>
  async function pasteAndSendAddresses(context) {
    await paste(text)(context);
    await context.userEvent.click(await screen.findByRole('button', { name: button }));
  };

/** Nothing typed yet. */
export const Empty: Story = {
  play: async () => {
    await screen.findByRole('dialog', { name: 'Invite people to Northwind Studio' });
  },
};

const pasteAll: Play = async (context) => {
  await paste(PASTED)(context);
  await screen.findByText('Already a member. Nothing will be sent.');
};

const upload = (text: string, name = 'people.csv'): Play =>
  async function chooseFile({ userEvent }) {
    await screen.findByRole('button', { name: 'Import a CSV file' });
    await userEvent.upload(screen.getByLabelText('Import a CSV file'), new File([text], name, { type: 'text/csv' }));
  };

const CSV = `name,email,role
"Bell, Marcus",marcus.bell@northwind.studio,admin
Hana,hana@northwind.studio,member
Theo,theo.park@northwind,member
,lena@studio-kite.com,
`;

/** A CSV file was read: each row says what will become of it, with the role that the file gives. */
export const Imported: Story = {
  play: async (context) => {
    await upload(CSV)(context);
    await screen.findByText('Already a member. Nothing will be sent.');
  },
};

/** A file in which there is no address. */
export const NothingImported: Story = {
  play: async (context) => {
    await upload('name,team\nAna,Design\n')(context);
    await screen.findByText('No email address was found in people.csv.');
  },
};

/** A list was pasted: each address says what will become of it. */
export const Pasted: Story = {
  play: pasteAll,
};

/** An address that is most likely mistyped can be sent all the same. */
export const Doubted: Story = { play: paste('ana@gmial.com, bo@example.com, bo@example.com') };

/** An admin cannot make owners, whatever the list says. */
export const AsAdmin: Story = {
  args: { memory: { viewerId: 'priya' } },
  play: paste('email,role\nana@studio-kite.com,owner\nbo@studio-kite.com,admin'),
};

/** Whoever may not invite is told so, should the dialog open at all. */
export const AsMember: Story = {
  args: { memory: { viewerId: 'tomas' } },
  play: async () => {
    await screen.findByText('Your role does not allow inviting people to Northwind Studio.');
  },
};

/** All were sent: a link for each. */
export const AllSent: Story = {
  play: async (context) => {
    await pasteAndSend('lena@studio-kite.com marcus.bell@northwind.studio', /^Send 2/)(context);
    await screen.findByRole('dialog', { name: '2 invitations sent' });
  },
};

const refusing =
  (refused: string) =>
  (adapter: GuildhallAdapter): GuildhallAdapter => {
    const invitations = adapter.invitations;
    if (!invitations) return adapter;
    return {
      ...adapter,
      invitations: {
        ...invitations,
        create: async (input, call) => {
          const accepted = input.invitations.filter(({ email }) => email !== refused);
          const answer = await invitations.create({ ...input, invitations: accepted }, call);
          const outcomes = [...answer.outcomes];
          return {
            outcomes: input.invitations.flatMap(({ email }) =>
              email === refused ? [{ status: 'invalid' as const, email }] : outcomes.splice(0, 1),
            ),
          };
        },
      },
    };
  };

/** One was refused: it is back in the field, with the reason. */
export const OneNotSent: Story = {
  args: { adapt: refusing('lena@studio-kite.com') },
  play: async (context) => {
    await pasteAndSend('lena@studio-kite.com, marcus.bell@northwind.studio, ines@studio-kite.com', /^Send 3/)(context);
    await screen.findByRole('dialog', { name: '2 invitations sent, 1 not sent' });
  },
};

/** Some were sent; what is to be fixed and what was left out is still there. */
export const SomeNotSent: Story = {
  play: async (context) => {
    await pasteAndSend(PASTED, /^Send 3/)(context);
    await screen.findByRole('dialog', { name: '3 invitations sent, 1 not sent' });
  },
};

const sendInVain: Play = async (context) => {
  await pasteAndSend(PASTED, /^Send 3/)(context);
  await screen.findByRole('alert');
};

/** Nothing is lost when the connection is. */
export const NetworkFailed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'invitations.create') },
  play: sendInVain,
};

/** In production without a mail transport. */
export const MailNotConfigured: Story = {
  args: {
    adapt: (adapter) =>
      failOn(
        adapter,
        'invitations.create',
        new GuildhallError('unavailable', { details: { reason: 'mail_not_configured' } }),
      ),
  },
  play: sendInVain,
};

/** More than the sender may send in an hour. */
export const RateLimited: Story = {
  args: { memory: { world: { ...northwind(), limits: { invitationsPerSenderPerHour: 1 } } } },
  play: async (context) => {
    await pasteAndSend('ana@studio-kite.com bo@studio-kite.com cy@studio-kite.com', /^Send 3/)(context);
    await screen.findByRole('dialog', { name: '1 invitation sent, 2 not sent' });
  },
};

const limitedTo = (memberLimit: number): World => {
  const world = northwind();
  return { ...world, workspaces: world.workspaces.map((workspace) => ({ ...workspace, memberLimit })) };
};

/** Two places left: the first two are ready, the others wait. */
export const FewPlaces: Story = {
  args: { memory: { world: limitedTo(18) } },
  play: async (context) => {
    await paste('ana@studio-kite.com bo@studio-kite.com cy@studio-kite.com dee@studio-kite.com')(context);
    await screen.findByText(/2 addresses wait/);
  },
};

/** No place left. */
export const Full: Story = {
  args: { memory: { world: limitedTo(16) } },
  play: async (context) => {
    await paste('ana@studio-kite.com')(context);
    await screen.findByText(/Northwind Studio is full/);
  },
};

/** A plan that counts its members: what it adds is said before anything is sent. */
export const Costs: Story = {
  args: { memory: { world: paying('healthy') } },
  play: paste('ana@studio-kite.com, bo@studio-kite.com, cy@studio-kite.com'),
};

/** Who may not see billing learns whom it concerns, and no price. */
export const CostsOthers: Story = {
  ...Costs,
  args: { memory: { world: paying('healthy'), viewerId: 'priya' } },
};

/** A payment failed long ago: what was typed waits until it is made good. */
export const Paused: Story = { ...Costs, args: { memory: { world: paying('grace_over') } } };

/** One's own workspace: a new one is offered instead. */
export const HomeWorkspace: Story = {
  args: { workspaceId: 'home', memory: { world: studios() } },
  play: async () => {
    await screen.findByRole('button', { name: 'Create a new workspace instead' });
  },
};

/** The new workspace is named right here, and the addresses come along. */
export const CreatingInstead: Story = {
  args: { workspaceId: 'home', memory: { world: studios() } },
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Create a new workspace instead' }));
    await userEvent.type(await screen.findByRole('textbox', { name: 'Name of the new workspace' }), 'Winter show');
  },
};

const HUNDREDS = Array.from({ length: 120 }, (_, index) => `person.${index}@studio-kite.com`).join('\n');

/** More than one call can send. */
export const Hundreds: Story = { play: paste(HUNDREDS) };

/** Addresses that do not fit. */
export const LongAddresses: Story = {
  play: paste(`${'very.long.'.repeat(6)}ana@${'department.'.repeat(8)}studio-kite.com, ${'x'.repeat(90)}`),
};

/** A backend that only sends. */
export const FewFeatures: Story = {
  args: { memory: { omit: ['invitations.resend', 'invitations.link'] } },
  play: pasteAll,
};

/** The workspace did not load. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'workspaces.get', new GuildhallError('internal')) },
  play: async () => {
    await screen.findByRole('button', { name: 'Try again' });
  },
};

/** Logical throughout. */
export const RightToLeft: Story = {
  args: { initialText: PASTED },
  globals: FROM_THE_RIGHT,
  play: async () => {
    await within(await screen.findByRole('dialog')).findAllByRole('listitem');
  },
};

/** A sheet from the bottom where it is narrow. */
export const Phone: Story = { globals: { viewport: { value: 'mobile1', isRotated: false } }, play: pasteAll };

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' }, play: pasteAll };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

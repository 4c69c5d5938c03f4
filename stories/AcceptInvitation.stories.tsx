import type { Meta, StoryObj } from '@storybook/react-vite';
import { useContext } from 'react';
import { screen } from 'storybook/test';
import { AcceptInvitation } from '../src/components/AcceptInvitation/index.js';
import type { AcceptInvitationProps } from '../src/components/AcceptInvitation/index.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import type { Catalogue } from '../src/i18n/index.js';
import { GuildhallProvider } from '../src/provider/GuildhallProvider.js';
import type { GuildhallProviderProps } from '../src/provider/GuildhallProvider.js';
import { failOn } from '../src/testing/failOn.js';
import { invited } from './support/invited.js';
import type { InvitedOptions, InvitedScene } from './support/invited.js';
import { NOW } from './support/northwind.js';
import { ToolbarContext } from './support/toolbar.js';
import { FROM_THE_RIGHT, longNamed, slow } from './support/seeds.js';

interface StoryArgs extends Omit<AcceptInvitationProps, 'viewerEmail'> {
  scene?: InvitedOptions;
  adapt?: (adapter: GuildhallAdapter) => GuildhallAdapter;
  /** The words of the whole stage. */
  catalogue?: Catalogue;
}

/** Nobody's workspace is open yet. */
function Scene({ messages, ...given }: Pick<GuildhallProviderProps, 'adapter' | 'messages' | 'children'>) {
  const { locale, direction, messages: words } = useContext(ToolbarContext);
  const language = { locale, direction, messages: messages ?? words };
  return <GuildhallProvider {...language} {...given} timeZone="UTC" now={() => NOW} />;
}

const meta = {
  title: 'Components/AcceptInvitation',
  component: AcceptInvitation,
  parameters: { frame: 'edge', docs: { story: { inline: false, height: '720px' } } },
  args: {
    appName: 'Parley',
    onAccepted: () => undefined,
    onSignIn: () => undefined,
    onSwitchAccount: () => undefined,
    onVerifyEmail: () => undefined,
    onLeave: () => undefined,
  },
  loaders: [async ({ args }) => invited(args.scene ?? {})],
  render: ({ scene: _scene, adapt, catalogue, token, ...props }, { loaded }) => {
    const { adapter, token: sent, viewerEmail } = loaded as InvitedScene;
    return (
      <Scene adapter={adapt ? adapt(adapter) : adapter} messages={catalogue}>
        <AcceptInvitation {...props} token={token ?? sent} viewerEmail={viewerEmail} />
      </Scene>
    );
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<StoryArgs>;
type Play = NonNullable<Story['play']>;

const seen =
  (title: string): Play =>
  async () => {
    await screen.findByRole('heading', { name: title });
  };

/** Signed in as the invited: what joining means, before it is done. */
export const Default: Story = { play: seen('Join Northwind Studio') };

/** Nobody is signed in: the address is masked. */
export const SignedOut: Story = { args: { scene: { opener: null } }, play: seen('Sign in to join Northwind Studio') };

/** Signed in as somebody else: switch, ask, or leave. */
export const WrongAccount: Story = {
  args: { scene: { opener: 'lena-private' } },
  play: seen('This invitation is for another account'),
};

/** The right address, which the host has not verified. */
export const NotVerified: Story = {
  args: { scene: { opener: 'lena-unverified' } },
  play: seen('Verify your email address first'),
};

/** Just joined: the host opens the workspace meanwhile. */
export const Joined: Story = {
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Join Northwind Studio' }));
    await screen.findByRole('heading', { name: 'You are in Northwind Studio' });
  },
};

/** The link was used before, by the same person. */
export const AlreadyMember: Story = {
  args: { scene: { history: 'accepted' } },
  play: seen('You are in Northwind Studio'),
};

/** Used, and its member has been removed since. */
export const Used: Story = {
  args: { scene: { history: 'accepted, then removed' } },
  play: seen('This invitation has been used'),
};

/** Seven days went by. */
export const Expired: Story = { args: { scene: { history: 'expired' } }, play: seen('This invitation has expired') };

/** Taken back by the workspace. */
export const Revoked: Story = { args: { scene: { history: 'revoked' } }, play: seen('This invitation was revoked') };

/** Answered with no. */
export const Declined: Story = { args: { scene: { history: 'declined' } }, play: seen('You declined this invitation') };

/** Sent again: the newer link holds. */
export const Replaced: Story = { args: { scene: { history: 'replaced' } }, play: seen('There is a newer invitation') };

/** A link that leads to nothing, in the same words whatever the reason. */
export const DeadLink: Story = {
  args: { scene: { opener: 'lena-private', history: 'revoked' } },
  play: seen('This invitation link does not work'),
};

/** The same, signed out: signing in may tell more. */
export const DeadLinkSignedOut: Story = {
  args: { scene: { opener: null }, token: 'nothing' },
  play: seen('This invitation link does not work'),
};

/** No place is left. */
export const Full: Story = {
  args: { scene: { memberLimit: 14 } },
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Join Northwind Studio' }));
    await screen.findByRole('heading', { name: 'Northwind Studio is full' });
  },
};

/** Joining failed: nothing is lost, and another try is one press away. */
export const JoiningFailed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'invitations.accept') },
  play: async ({ userEvent }) => {
    await userEvent.click(await screen.findByRole('button', { name: 'Join Northwind Studio' }));
    await screen.findByRole('alert');
  },
};

/** The invitation did not load. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'invitations.preview', new GuildhallError('internal')) },
  play: seen('The invitation did not load'),
};

const silent = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  ...(adapter.invitations && {
    invitations: { ...adapter.invitations, preview: () => new Promise<never>(() => undefined) },
  }),
});

/** A card at its usual height. */
export const Loading: Story = { args: { adapt: silent } };

/** Logical throughout. */
export const RightToLeft: Story = {
  globals: FROM_THE_RIGHT,
  // The name is isolated within the sentence.
  play: seen('الانضمام إلى \u2068Northwind Studio\u2069'),
};

/** As wide as a phone. */
export const Phone: Story = {
  globals: { viewport: { value: 'mobile1', isRotated: false } },
  play: seen('Join Northwind Studio'),
};

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' }, play: seen('Join Northwind Studio') };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** Names and addresses that do not fit. */
export const LongNames: Story = { args: { adapt: longNamed } };

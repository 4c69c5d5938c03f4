import { composeStories } from '@storybook/react-vite';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/AcceptInvitation.stories.js';
import { invited } from '../../../stories/support/invited.js';
import { NOW } from '../../../stories/support/northwind.js';
import { GuildhallProvider } from '../../provider/GuildhallProvider.js';
import { AcceptInvitation } from './AcceptInvitation.js';
import type { AcceptInvitationProps, InvitationReturn } from './AcceptInvitation.js';
import type { JoinedWorkspace } from './screenOf.js';

const composed = composeStories(stories);
const { Default, SignedOut, WrongAccount, NotVerified, AlreadyMember, Full, JoiningFailed, DeadLinkSignedOut } =
  composed;

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
const button = (name: string) => screen.findByRole('button', { name });

type Loadable = ComponentType<Partial<AcceptInvitationProps>> & { load: () => Promise<void> };

/** Sets the scene, then opens the page. */
async function open(Story: Loadable, props: Partial<AcceptInvitationProps> = {}) {
  await Story.load();
  render(<Story {...props} />);
  return userEvent.setup();
}

describe('the invited person', () => {
  it('is told what joining means, and joins', async () => {
    const onAccepted = vi.fn<(workspace: JoinedWorkspace) => void>();
    const keys = await open(Default, { onAccepted });
    expect(await heading('Join Northwind Studio')).toBeInTheDocument();
    expect(screen.getByText(/invites you to work together in Parley/)).toHaveTextContent('Amara Okafor');
    expect(screen.getByText('Everything in Northwind Studio')).toBeInTheDocument();
    expect(screen.getByText('lena@studio-kite.com')).toBeInTheDocument();
    expect(screen.getByText('The invitation expires on December 1.')).toBeInTheDocument();
    await keys.click(await button('Join Northwind Studio'));
    await waitFor(() => expect(heading('You are in Northwind Studio')).resolves.toHaveFocus());
    expect(onAccepted).toHaveBeenCalledExactlyOnceWith({ id: 'northwind', name: 'Northwind Studio' });
  });

  it('may decline', async () => {
    const onDeclined = vi.fn<() => void>();
    const keys = await open(Default, { onDeclined });
    await keys.click(await button('Decline'));
    expect(await heading('You declined this invitation')).toBeInTheDocument();
    expect(onDeclined).toHaveBeenCalledOnce();
  });

  it('opens the workspace that they are in already', async () => {
    const onAccepted = vi.fn<(workspace: JoinedWorkspace) => void>();
    const keys = await open(AlreadyMember, { onAccepted });
    await heading('You are in Northwind Studio');
    expect(onAccepted).not.toHaveBeenCalled();
    await keys.click(await button('Open Northwind Studio'));
    expect(onAccepted).toHaveBeenCalledExactlyOnceWith({ id: 'northwind', name: 'Northwind Studio' });
  });

  it('is told when the workspace is full', async () => {
    const keys = await open(Full);
    await keys.click(await button('Join Northwind Studio'));
    await heading('Northwind Studio is full');
    expect(screen.getByText(/All 14 places are taken/)).toBeInTheDocument();
  });

  it('can try again when joining failed', async () => {
    const keys = await open(JoiningFailed);
    await keys.click(await button('Join Northwind Studio'));
    expect(await screen.findByRole('alert')).toHaveTextContent('You seem to be offline.');
    expect(await button('Join Northwind Studio')).toBeEnabled();
  });

  it.each([
    ['Expired', 'This invitation has expired'],
    ['Revoked', 'This invitation was revoked'],
    ['Declined', 'You declined this invitation'],
    ['Replaced', 'There is a newer invitation'],
    ['Used', 'This invitation has been used'],
  ] as const)('is told what became of it: %s', async (name, title) => {
    await open(composed[name]);
    expect(await heading(title)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Join/ })).not.toBeInTheDocument();
  });
});

describe('somebody else', () => {
  it('who is signed out sees a masked address, and signs in with the token at hand', async () => {
    const onSignIn = vi.fn<(back: InvitationReturn) => void>();
    const keys = await open(SignedOut, { onSignIn });
    await heading('Sign in to join Northwind Studio');
    expect(screen.getByText('l•••@studio-kite.com')).toBeInTheDocument();
    expect(screen.queryByText('lena@studio-kite.com')).not.toBeInTheDocument();
    await keys.click(await button('Sign in to accept'));
    expect(onSignIn).toHaveBeenCalledExactlyOnceWith({ token: expect.stringMatching(/^\w{32}$/) });
  });

  it('with another account can switch, ask, or leave', async () => {
    const onSwitchAccount = vi.fn<(back: InvitationReturn) => void>();
    const onLeave = vi.fn<() => void>();
    const keys = await open(WrongAccount, { onSwitchAccount, onLeave });
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await heading('This invitation is for another account');
    expect(screen.getByText('l•••@studio-kite.com')).toBeInTheDocument();
    expect(screen.getByText('lena.fischer@gmail.com')).toBeInTheDocument();
    await keys.click(await button('Copy a message for Amara Okafor'));
    expect(copy).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('invite lena.fischer@gmail.com to Northwind Studio'),
    );
    await keys.click(await button('Switch account'));
    expect(onSwitchAccount).toHaveBeenCalledOnce();
    await keys.click(await button('Stay signed in and go to Parley'));
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('with the right address verifies it first', async () => {
    const onVerifyEmail = vi.fn<(back: InvitationReturn) => void>();
    const keys = await open(NotVerified, { onVerifyEmail });
    await heading('Verify your email address first');
    await keys.click(await button('Verify email address'));
    expect(onVerifyEmail).toHaveBeenCalledOnce();
    expect(await button('I have verified it')).toBeInTheDocument();
  });

  it('reads the same words for any link that leads to nothing', async () => {
    await open(composed.DeadLink);
    await heading('This invitation link does not work');
    expect(screen.queryByText(/Northwind/)).not.toBeInTheDocument();
  });

  it('may sign in to see what became of a link', async () => {
    await open(DeadLinkSignedOut);
    expect(await button('Sign in to find out more')).toBeInTheDocument();
  });
});

describe('the token', () => {
  const page = (props: Partial<AcceptInvitationProps>, adapter: Awaited<ReturnType<typeof invited>>['adapter']) => (
    <GuildhallProvider adapter={adapter} timeZone="UTC" now={() => NOW}>
      <AcceptInvitation onAccepted={() => undefined} {...props} />
    </GuildhallProvider>
  );
  beforeEach(() => window.sessionStorage.clear());
  afterEach(() => window.history.replaceState(null, '', '/'));

  it('is taken out of the address, and the rest stays', async () => {
    const { adapter, token } = await invited({});
    window.history.replaceState({ kept: true }, '', `/invitation?from=mail#token=${token}&tab=1`);
    render(page({}, adapter));
    await heading('Join Northwind Studio');
    expect(window.location.pathname + window.location.search + window.location.hash).toBe(
      '/invitation?from=mail#tab=1',
    );
    expect(window.history.state).toEqual({ kept: true });
  });

  it('is still known after signing in on another page, and forgotten once it was answered', async () => {
    const { adapter, token } = await invited({});
    window.history.replaceState(null, '', `/invitation#token=${token}`);
    const first = render(page({}, adapter));
    await heading('Join Northwind Studio');
    first.unmount();
    const second = render(page({}, adapter));
    await userEvent.setup().click(await button('Join Northwind Studio'));
    await heading('You are in Northwind Studio');
    second.unmount();
    render(page({}, adapter));
    expect(await heading('This invitation link does not work')).toBeInTheDocument();
  });

  it('may come anew in the same tab', async () => {
    const { adapter, token } = await invited({});
    render(page({}, adapter));
    await heading('This invitation link does not work');
    window.location.hash = `#token=${token}`;
    await heading('Join Northwind Studio');
    expect(window.location.hash).toBe('');
  });
});

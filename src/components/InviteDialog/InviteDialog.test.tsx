import { composeStories } from '@storybook/react-vite';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/InviteDialog.stories.js';
import { crowd, northwind } from '../../../stories/support/northwind.js';
import { GuildhallError } from '../../contract/index.js';
import type { GuildhallAdapter, InputOf, Workspace } from '../../contract/index.js';
import { failOn } from '../../testing/failOn.js';

const {
  Empty,
  AsAdmin,
  AsMember,
  FewFeatures,
  FewPlaces,
  HomeWorkspace,
  OneNotSent,
  RateLimited,
  Costs,
  CostsOthers,
  Paused,
} = composeStories(stories);

const LIST = `lena@studio-kite.com, "Bell, Marcus" <marcus.bell@northwind.studio>
theo.park@northwind; hana@northwind.studio, yuki.tan@northwind.studio`;

const field = () => screen.findByRole('textbox', { name: 'Email addresses' });
const rows = () => within(screen.getByRole('list', { name: 'Addresses' })).getAllByRole('listitem');
const row = async (email: string) =>
  waitFor(() => {
    const found = rows().find((item) => within(item).queryByText(email));
    if (!found) throw new Error(`There is no row of ${email}.`);
    return within(found);
  });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function paste(text: string) {
  const keys = userEvent.setup();
  await keys.click(await field());
  await keys.paste(text);
  return keys;
}

type Sent = InputOf<'invitations.create'>;

/** Listens to what is sent. */
function listening() {
  const sent: Sent['invitations'][] = [];
  const adapt = (adapter: GuildhallAdapter): GuildhallAdapter => {
    const { invitations } = adapter;
    if (!invitations) return adapter;
    const create: typeof invitations.create = (input, call) => {
      sent.push(input.invitations);
      return invitations.create(input, call);
    };
    return { ...adapter, invitations: { ...invitations, create } };
  };
  return { sent, adapt };
}

describe('a pasted list', () => {
  it('becomes rows that say what will become of each, in the order of the list', async () => {
    render(<Empty />);
    await paste(LIST);
    (await row('hana@northwind.studio')).getByText('Already a member. Nothing will be sent.');
    (await row('yuki.tan@northwind.studio')).getByText('Already invited. Expires in 5 days.');
    (await row('theo.park@northwind')).getByText('Incomplete after the @. Did you mean northwind.studio?');
    expect(rows().map((item) => item.querySelector('bdi')?.textContent)).toEqual([
      'lena@studio-kite.com',
      'marcus.bell@northwind.studio',
      'theo.park@northwind',
      'hana@northwind.studio',
      'yuki.tan@northwind.studio',
    ]);
    expect(screen.getByText('2 ready, 1 to fix, 2 left out')).toBeInTheDocument();
    expect(await button('Send 2 invitations')).toBeEnabled();
    expect(screen.getByText('5 addresses added. 2 ready, 1 to fix, 2 left out')).toBeInTheDocument();
  });

  it('is sent with the role of each; bad addresses never block good ones', async () => {
    const { sent, adapt } = listening();
    render(<Empty adapt={adapt} />);
    const keys = await paste(LIST);
    await keys.click(await button('Role of lena@studio-kite.com: Member'));
    await keys.click(await screen.findByRole('menuitemradio', { name: /Admin/ }));
    await keys.click(await button('Use suggestion theo.park@northwind.studio for theo.park@northwind'));
    await keys.click(await button('Send 3 invitations'));
    await screen.findByRole('dialog', { name: '3 invitations sent' });
    expect(sent).toEqual([
      [
        { email: 'lena@studio-kite.com', role: 'admin' },
        { email: 'marcus.bell@northwind.studio', role: 'member' },
        { email: 'theo.park@northwind.studio', role: 'member' },
      ],
    ]);
    expect(within(screen.getByRole('list', { name: 'Sent' })).getAllByRole('listitem')).toHaveLength(3);
    (await row('hana@northwind.studio')).getByText('Already a member. Nothing will be sent.');
  });

  it('sends again to who is chosen, with a new link', async () => {
    const { sent, adapt } = listening();
    render(<Empty adapt={adapt} />);
    const keys = await paste('yuki.tan@northwind.studio');
    await keys.click(await button('Send again to yuki.tan@northwind.studio'));
    (await row('yuki.tan@northwind.studio')).getByText('A new link is sent. The one before stops working.');
    await keys.click(await button('Send 1 invitation'));
    await screen.findByRole('dialog', { name: '1 invitation sent' });
    expect(sent).toEqual([]);
  });

  it('of more than one call takes is sent in several', async () => {
    const { sent, adapt } = listening();
    render(
      <Empty adapt={adapt} memory={{ world: { ...northwind(), limits: { invitationsPerSenderPerHour: 1000 } } }} />,
    );
    const keys = await paste(Array.from({ length: 120 }, (_, index) => `person.${index}@studio-kite.com`).join('\n'));
    await keys.click(await button('Send 120 invitations'));
    await screen.findByRole('dialog', { name: '120 invitations sent' });
    expect(sent.map((invitations) => invitations.length)).toEqual([100, 20]);
  });

  it('is looked up where the members are too many to load', async () => {
    render(<Empty memory={{ world: crowd(500) }} />);
    await paste('person.450@northwind.studio, nobody@northwind.studio');
    (await row('person.450@northwind.studio')).getByText('Already a member. Nothing will be sent.');
    expect((await row('nobody@northwind.studio')).getByText('Ready')).toBeInTheDocument();
  });
});

describe('typing', () => {
  it('adds at commas, semicolons, Enter and the space after an address, and leads from an empty field to the button', async () => {
    const { sent, adapt } = listening();
    render(<Empty adapt={adapt} />);
    const keys = userEvent.setup();
    await keys.type(await field(), 'a@x.com,b@x.com;c@x.com{Enter}d@x.com e@x.com');
    expect(rows()).toHaveLength(4);
    expect(await button('Send 5 invitations')).toBeEnabled();
    await keys.keyboard('{Enter}{Enter}');
    expect(await button('Send 5 invitations')).toHaveFocus();
    expect(sent).toEqual([]);
    await keys.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: '5 invitations sent' });
    expect(sent[0]?.map(({ email }) => email)).toEqual(['a@x.com', 'b@x.com', 'c@x.com', 'd@x.com', 'e@x.com']);
  });

  it('sends what still stands in the field, too', async () => {
    render(<Empty />);
    const keys = userEvent.setup();
    await keys.type(await field(), 'lena@studio-kite.com');
    await keys.click(await button('Send 1 invitation'));
    expect(await screen.findByRole('dialog', { name: '1 invitation sent' })).toBeInTheDocument();
  });

  it('takes the last address back with Backspace', async () => {
    render(<Empty />);
    const keys = await paste('a@x.com, b@x');
    await keys.keyboard('{Backspace}');
    expect(await field()).toHaveValue('b@x');
    await keys.keyboard('.org{Enter}');
    (await row('b@x.org')).getByText('Ready');
    expect(rows()).toHaveLength(2);
  });

  it('moves among rows with the arrow keys, and to the neighbour of a row that goes', async () => {
    render(<Empty />);
    const keys = await paste('a@x.com, b@x.com, c@x.com');
    await keys.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('button', { name: 'Remove b@x.com' })).toHaveFocus();
    await keys.keyboard('{Delete}');
    expect(screen.getByRole('button', { name: 'Remove c@x.com' })).toHaveFocus();
    expect(screen.getByText('b@x.com removed. 2 ready')).toBeInTheDocument();
    await keys.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Remove a@x.com' })).toHaveFocus();
    await keys.keyboard('{ArrowUp}');
    expect(await field()).toHaveFocus();
  });

  it('says why nothing can be sent yet', async () => {
    render(<Empty />);
    const send = await button('Send invitations');
    expect(send).toHaveAccessibleDescription('Type or paste an address first.');
    await paste('lena@');
    expect(send).toHaveAccessibleDescription('None of these addresses can be invited as it is.');
  });
});

describe('what goes wrong', () => {
  it('loses nothing when the connection is lost, and sends on another try', async () => {
    const fail = (adapter: GuildhallAdapter) => failOn(adapter, 'invitations.create', undefined, { times: 1 });
    render(<Empty adapt={fail} />);
    const keys = await paste(LIST);
    await keys.click(await button('Send 2 invitations'));
    expect(await screen.findByRole('alert')).toHaveTextContent('You seem to be offline. Nothing was lost; try again.');
    expect(rows()).toHaveLength(5);
    await keys.click(await button('Send 2 invitations'));
    expect(await screen.findByRole('dialog', { name: '2 invitations sent, 1 not sent' })).toBeInTheDocument();
  });

  it('returns the one address that was refused to the field, with its reason and the focus', async () => {
    render(<OneNotSent />);
    const keys = await paste('lena@studio-kite.com, marcus.bell@northwind.studio');
    await keys.click(await button('Send 2 invitations'));
    await screen.findByRole('dialog', { name: '1 invitation sent, 1 not sent' });
    const input = await field();
    expect(input).toHaveValue('lena@studio-kite.com');
    expect(input).toHaveAccessibleDescription('No mail can be sent to this address. Check the spelling.');
    await waitFor(() => expect(input).toHaveFocus());
    await keys.clear(input);
    await keys.type(input, 'lena.fischer@studio-kite.com{Enter}');
    await keys.click(await button('Send 1 invitation'));
    expect(await screen.findByRole('dialog', { name: '2 invitations sent' })).toBeInTheDocument();
  });

  it('says how long to wait after too many', async () => {
    render(<RateLimited />);
    const keys = await paste('a@x.com, b@x.com, c@x.com');
    await keys.click(await button('Send 3 invitations'));
    const second = await row('b@x.com');
    expect(second.getByText(/too many invitations in a short time. Try again in 60 minutes./)).toBeInTheDocument();
  });

  it('says that mail is not set up', async () => {
    const error = new GuildhallError('unavailable', { details: { reason: 'mail_not_configured' } });
    render(<Empty adapt={(adapter) => failOn(adapter, 'invitations.create', error)} />);
    const keys = await paste('a@x.com');
    await keys.click(await button('Send 1 invitation'));
    expect(await screen.findByRole('alert')).toHaveTextContent('mail is not set up on the server');
  });

  it('gives the places that are left to the first, and lets the others wait', async () => {
    const { sent, adapt } = listening();
    render(<FewPlaces adapt={adapt} />);
    const keys = await paste('a@x.com, b@x.com, c@x.com');
    await screen.findByText('2 places left of 18 in Northwind Studio. 1 address waits.');
    await keys.click(await button('Send 2 invitations'));
    await screen.findByRole('dialog', { name: '2 invitations sent, 1 not sent' });
    expect(sent[0]?.map(({ email }) => email)).toEqual(['a@x.com', 'b@x.com']);
  });
});

describe('roles', () => {
  it('are never above the viewer’s own, whatever the list says', async () => {
    render(<AsAdmin />);
    const keys = await paste('email,role\na@x.com,owner\nb@x.com,admin');
    (await row('a@x.com')).getByText('You cannot give a role above your own. Choose another.');
    await keys.click(await button('Role of a@x.com: Owner'));
    const options = await screen.findAllByRole('menuitemradio');
    expect(options.map((option) => option.textContent)).toEqual([
      'AdminInvites and manages people',
      'MemberUses what is here',
    ]);
  });

  it('are not offered to whoever may not invite', async () => {
    render(<AsMember />);
    expect(
      await screen.findByText('Your role does not allow inviting people to Northwind Studio.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });
});

describe('links', () => {
  it('are copied for what was sent and for who was invited already', async () => {
    const keys = userEvent.setup();
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    render(<Empty />);
    await keys.click(await field());
    await keys.paste('a@x.com, yuki.tan@northwind.studio');
    await keys.click(await button('Copy link for yuki.tan@northwind.studio'));
    await waitFor(() => expect(write).toHaveBeenCalledOnce());
    await keys.click(await button('Send 1 invitation'));
    await keys.click(await button('Copy link for a@x.com'));
    await waitFor(() => expect(write).toHaveBeenCalledTimes(2));
    const links = write.mock.calls.map(([link]) => link);
    expect(links.every((link) => /#token=\w{32}$/.test(link))).toBe(true);
    expect(new Set(links).size).toBe(2);
  });

  it('are not offered where the adapter has none', async () => {
    render(<FewFeatures />);
    await paste('yuki.tan@northwind.studio');
    (await row('yuki.tan@northwind.studio')).getByText('Already invited. Expires in 5 days.');
    expect(screen.queryByRole('button', { name: /Copy link|Send again/ })).not.toBeInTheDocument();
  });
});

describe('closing', () => {
  it('keeps what was not sent for the next time', async () => {
    render(<Empty />);
    const keys = await paste('a@x.com, b@x');
    await keys.type(await field(), 'half');
    await keys.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await keys.click(await button('Invite people'));
    expect(await field()).toHaveValue('half');
    expect(rows()).toHaveLength(2);
  });

  it('forgets what was sent', async () => {
    render(<Empty />);
    const keys = await paste('a@x.com');
    await keys.click(await button('Send 1 invitation'));
    await keys.click(await button('Done'));
    await keys.click(await button('Invite people'));
    expect(await screen.findByRole('dialog', { name: 'Invite people to Northwind Studio' })).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('begins with what the host gives, once', async () => {
    render(<Empty initialText="leah@kite.studio" />);
    const keys = userEvent.setup();
    await row('leah@kite.studio');
    await keys.keyboard('{Escape}');
    await keys.click(await button('Invite people'));
    (await row('leah@kite.studio')).getByText('Ready');
    expect(rows()).toHaveLength(1);
  });
});

describe('what the invited will see', () => {
  it('is said before anything is sent', async () => {
    render(<Empty />);
    expect(
      await screen.findByText(
        'They will see everything in Northwind Studio, including what was made before they joined.',
      ),
    ).toBeInTheDocument();
  });

  it('is reason to make a new workspace instead of one’s own, and the addresses come along', async () => {
    const onWorkspaceCreated = vi.fn<(workspace: Workspace) => void>();
    const { sent, adapt } = listening();
    render(<HomeWorkspace adapt={adapt} onWorkspaceCreated={onWorkspaceCreated} />);
    const keys = await paste('a@x.com, b@x.com');
    await keys.click(await button('Create a new workspace instead'));
    await keys.type(await screen.findByRole('textbox', { name: 'Name of the new workspace' }), 'Winter show{Enter}');
    await screen.findByRole('dialog', { name: 'Invite people to Winter show' });
    expect(onWorkspaceCreated).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ name: 'Winter show' }));
    expect(sent).toEqual([]);
    await keys.click(await button('Send 2 invitations'));
    expect(await screen.findByRole('dialog', { name: '2 invitations sent' })).toBeInTheDocument();
  });
});

describe('what it costs', () => {
  const three = 'ana@studio-kite.com, bo@studio-kite.com, cy@studio-kite.com';

  it('is said before sending, to who may see billing', async () => {
    render(<Costs />);
    expect(screen.queryByText(/a month more/)).not.toBeInTheDocument();
    await paste(three);
    expect(
      await screen.findByText('Up to $36.00 a month more, as people accept. Sending costs nothing.'),
    ).toBeVisible();
  });

  it('is said to others without a price, with whom it concerns', async () => {
    render(<CostsOthers />);
    await paste(three);
    expect(
      await screen.findByText(
        'The bill grows with each person who accepts. Ask Amara Okafor and Jonas Lindqvist about it.',
      ),
    ).toBeVisible();
    expect(screen.queryByText(/\$/)).not.toBeInTheDocument();
  });

  it('waits, with what was typed, while a payment is long past due', async () => {
    render(<Paused />);
    const keys = await paste(three);
    await keys.click(screen.getByRole('button', { name: 'Send 3 invitations' }));
    expect(await screen.findByText(/Nobody new can be invited until it is paid/)).toBeVisible();
    expect(screen.getByText('bo@studio-kite.com')).toBeVisible();
  });
});

import { composeStories } from '@storybook/react-vite';
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/InviteDialog.stories.js';

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const { Empty, AsAdmin } = composeStories(stories);

const CSV = `Name,Email,Role
"Bell, Marcus",marcus.bell@northwind.studio,Admin
Hana,hana@northwind.studio,Member
Theo,theo.park@northwind,Member
Ines,ines@northwind.studio,Owner
`;
const fileOf = (text: string | Uint8Array<ArrayBuffer>, name = 'people.csv') =>
  new File([text], name, { type: 'text/csv' });
const rows = () => within(screen.getByRole('list', { name: 'Addresses' })).getAllByRole('listitem');
const row = (index: number) => within(rows()[index] as HTMLElement);

async function choose(file: File) {
  const user = userEvent.setup();
  await screen.findByRole('button', { name: 'Import a CSV file' });
  await user.upload(screen.getByLabelText('Import a CSV file'), file);
  return user;
}

describe('a CSV file that is chosen', () => {
  it('becomes rows: what is ready, to fix and left out with the reason, and the role of each', async () => {
    render(<AsAdmin />);
    await choose(fileOf(CSV));
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(row(0).getByText('marcus.bell@northwind.studio')).toBeVisible();
    expect(row(0).getByRole('button', { name: /^Role of marcus\.bell@.*Admin/ })).toBeVisible();
    expect(await row(1).findByText('Already a member. Nothing will be sent.')).toBeVisible();
    expect(row(2).getByText(/^Incomplete after the @\./)).toBeVisible();
    expect(row(3).getByText('You cannot give a role above your own. Choose another.')).toBeVisible();
    expect(screen.getByText('1 ready, 2 to fix, 1 left out')).toBeVisible();
    expect(await screen.findByText(/^4 addresses added\./)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Send 1 invitation' })).toBeEnabled();
  });

  it('joins what was collected before, and leaves what is being typed', async () => {
    render(<Empty />);
    const user = userEvent.setup();
    await user.type(await screen.findByRole('textbox', { name: 'Email addresses' }), 'lena@studio-kite.com,bo@');
    await choose(fileOf('email\nana@x.com\n'));
    await waitFor(() => expect(rows()).toHaveLength(2));
    expect(screen.getByRole('textbox', { name: 'Email addresses' })).toHaveValue('bo@');
  });

  it.each([
    ['too large', fileOf('a'.repeat(1024 * 1024 + 1)), /^This file is too large\. Up to 1 MB/],
    [
      'no text',
      fileOf(new Uint8Array([80, 75, 0, 0])),
      'This is not a CSV file. Save your spreadsheet as CSV and try again.',
    ],
    ['without addresses', fileOf('a,b\nc,d\n'), 'No email address was found in people.csv.'],
    ['broken', fileOf('name,email\n"Bo,bo@x.com\n'), /^A quote that opens in row 2 is not closed/],
  ])('says why where it is %s, and adds nothing', async (_what, file, sentence) => {
    render(<Empty />);
    await choose(file);
    expect(within(await screen.findByRole('alert')).getByText(sentence)).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Addresses' })).not.toBeInTheDocument();
  });

  it('can be chosen again once it has been corrected: the old reason is gone', async () => {
    render(<Empty />);
    await choose(fileOf('nobody'));
    await screen.findByRole('alert');
    await choose(fileOf('ana@x.com'));
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('a CSV file that is dropped', () => {
  const dataTransfer = { types: ['Files'], files: [fileOf(CSV)] };

  it('is read wherever it is dropped, and the page is not left', async () => {
    render(<Empty />);
    await screen.findByRole('button', { name: 'Import a CSV file' });
    fireEvent.dragOver(document.body, { dataTransfer });
    expect(await screen.findByRole('button', { name: 'Drop the CSV file here' })).toBeVisible();
    expect(fireEvent.drop(document.body, { dataTransfer })).toBe(false);
    await waitFor(() => expect(rows()).toHaveLength(4));
    expect(screen.getByRole('button', { name: 'Import a CSV file' })).toBeVisible();
  });

  it('changes nothing while it is only dragged past', async () => {
    render(<Empty />);
    await screen.findByRole('button', { name: 'Import a CSV file' });
    fireEvent.dragOver(document.body, { dataTransfer });
    fireEvent.dragLeave(document.body, { dataTransfer, relatedTarget: null });
    expect(await screen.findByRole('button', { name: 'Import a CSV file' })).toBeVisible();
    expect(screen.queryByRole('list', { name: 'Addresses' })).not.toBeInTheDocument();
  });
});

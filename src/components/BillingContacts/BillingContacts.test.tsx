import { composeStories } from '@storybook/react-vite';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import * as stories from '../../../stories/BillingContacts.stories.js';

const { Default, AsContact, Refused } = composeStories(stories);

const names = async () =>
  within(await screen.findByRole('list', { name: 'Who sees billing' }))
    .queryAllByRole('listitem')
    .map((item) => item.querySelector('bdi')?.textContent);

describe('who sees billing', () => {
  it('is the owners, and whom they chose', async () => {
    render(<Default />);
    await screen.findByText('Jonas Lindqvist');
    expect(await names()).toEqual(['Amara Okafor', 'Jonas Lindqvist']);
    expect(screen.getByText('Owner, you')).toBeInTheDocument();
  });

  it('grows by a member whom an owner finds by name', async () => {
    render(<Default />);
    await userEvent.click(await screen.findByRole('button', { name: 'Add billing contact' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add billing contact' }));
    await userEvent.type(dialog.getByRole('searchbox', { name: 'Find a member' }), 'ingrid');
    await userEvent.click(await dialog.findByRole('button', { name: /Ingrid Solberg/ }));
    expect(await screen.findByText('Ingrid Solberg sees billing now.')).toBeInTheDocument();
    await expect.poll(names).toEqual(['Amara Okafor', 'Jonas Lindqvist', 'Ingrid Solberg']);
  });

  it('shrinks, and says so', async () => {
    render(<Default />);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Jonas Lindqvist as billing contact' }));
    expect(await screen.findByText('Jonas Lindqvist no longer sees billing.')).toBeInTheDocument();
    await expect.poll(names).toEqual(['Amara Okafor']);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add billing contact' })).toHaveFocus());
  });

  it('stays as it is when the server refuses', async () => {
    render(<Refused />);
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Jonas Lindqvist as billing contact' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was changed for Jonas Lindqvist.');
    await expect.poll(names).toEqual(['Amara Okafor', 'Jonas Lindqvist']);
  });

  it('is for owners to choose', async () => {
    render(<AsContact />);
    await screen.findByText('Jonas Lindqvist');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});

import { composeStories } from '@storybook/react-vite';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import * as stories from '../../../stories/BillingDetails.stories.js';
import { draftOf, updateOf } from './draft.js';

const { Default, Unset, Refused } = composeStories(stories);

async function edit() {
  await userEvent.click(await screen.findByRole('button', { name: 'Edit billing details' }));
  return within(await screen.findByRole('dialog', { name: 'Billing details' }));
}

const save = (form: Awaited<ReturnType<typeof edit>>) =>
  userEvent.click(form.getByRole('button', { name: 'Save details' }));

describe('billing details', () => {
  it('name the workspace until a company is given', async () => {
    render(<Unset />);
    expect(await screen.findByText('Northwind Studio, the workspace’s name')).toBeInTheDocument();
  });

  it('are saved, with the tax id that the country has', async () => {
    render(<Unset />);
    const form = await edit();
    expect(form.getByRole('textbox', { name: 'Tax ID' })).toHaveAccessibleDescription(/Choose a country first/);
    await userEvent.type(form.getByRole('textbox', { name: 'Company' }), 'Northwind Studio GmbH');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Country' }), 'Germany');
    await userEvent.type(form.getByRole('textbox', { name: 'City' }), 'Berlin');
    await userEvent.type(form.getByRole('textbox', { name: 'VAT number' }), 'DE298417663');
    await save(form);
    expect(await screen.findByText(/The billing details were saved/)).toBeInTheDocument();
    expect(screen.getByText('Northwind Studio GmbH')).toBeInTheDocument();
    expect(screen.getByText('Berlin, Germany')).toBeInTheDocument();
    expect(screen.getByText('DE298417663')).toBeInTheDocument();
  });

  it('refuse what is no email address, and keep what was typed', async () => {
    render(<Default />);
    const form = await edit();
    const email = form.getByRole('textbox', { name: 'Email for invoices' });
    await userEvent.clear(email);
    await userEvent.type(email, 'accounts at northwind');
    await save(form);
    expect(email).toHaveAccessibleDescription(/This is not an email address/);
    expect(email).toHaveFocus();
    expect(email).toHaveValue('accounts at northwind');
  });

  it('say beside its field that a tax id is none', async () => {
    render(<Refused />);
    const form = await edit();
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Country' }), 'Germany');
    const field = form.getByRole('textbox', { name: 'VAT number' });
    await userEvent.clear(field);
    await userEvent.type(field, 'DE1');
    await save(form);
    expect(await form.findByText('This is not a VAT number. One looks like DE123456789.')).toBeInTheDocument();
    expect(field).toHaveValue('DE1');
  });
});

describe('what a form sends', () => {
  const details = {
    name: 'Acme',
    email: null,
    address: null,
    taxIds: [
      { type: 'eu_vat', value: 'DE1', verification: 'pending' as const },
      { type: 'gb_vat', value: 'GB1', verification: 'verified' as const },
    ],
  };

  it('keeps tax ids that were added elsewhere', () => {
    const draft = { ...draftOf(details), taxId: '' };
    expect(updateOf(draft, details).taxIds).toEqual([{ type: 'gb_vat', value: 'GB1' }]);
  });

  it('clears what was emptied', () => {
    expect(updateOf({ ...draftOf(details), name: ' ' }, details)).toMatchObject({ name: null, address: null });
  });
});

import { composeStories } from '@storybook/react-vite';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import * as contactStories from '../../../stories/BillingContacts.stories.js';
import * as detailsStories from '../../../stories/BillingDetails.stories.js';
import * as forbiddenStories from '../../../stories/BillingForbidden.stories.js';
import * as invoiceStories from '../../../stories/InvoiceHistory.stories.js';
import * as methodsStories from '../../../stories/PaymentMethods.stories.js';
import * as pickerStories from '../../../stories/PlanPicker.stories.js';
import { northwind } from '../../../stories/support/northwind.js';
import { paying } from '../../../stories/support/paying.js';
import { failOn } from '../../testing/failOn.js';
import { GuildhallError } from '../../contract/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';

const details = composeStories(detailsStories);
const methods = composeStories(methodsStories);
const picker = composeStories(pickerStories);
const { Default: ForbiddenDefault, Loading: ForbiddenLoading } = composeStories(forbiddenStories);
const { Loading: InvoicesLoading } = composeStories(invoiceStories);
const { Default: Contacts, Forbidden: ContactsForbidden } = composeStories(contactStories);

const standingAlone = [
  ['billing details', 'Billing details', details],
  ['payment methods', 'Payment methods', methods],
  ['the plans', 'Choose a plan', picker],
] as const;

describe('a part of billing that stands alone', () => {
  it.each(standingAlone)('shows where %s will be while they are on their way', async (_what, name, { Loading }) => {
    const { container } = render(<Loading />);
    expect(await screen.findByRole('heading', { name })).toBeVisible();
    await waitFor(() => expect(container.querySelector('.gh-skeleton-line')).toBeInTheDocument());
    expect(container.querySelector('[aria-busy=true]')).toBeInTheDocument();
  });

  it.each(standingAlone)(
    'says that %s did not load, and comes back by another try',
    async (_what, name, { Default }) => {
      const once = new GuildhallError('internal');
      render(<Default adapt={(adapter) => failOn(adapter, 'billing.get', once, { times: 1 })} />);
      expect(await screen.findByRole('alert')).toHaveTextContent('did not load');
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(screen.queryByRole('alert')).not.toBeInTheDocument());
      expect(await screen.findByRole('heading', { name })).toBeVisible();
    },
  );

  it.each(standingAlone)(
    'says so of %s also where it is the workspace that did not come',
    async (_what, _name, { Failed }) => {
      render(<Failed />);
      expect(await screen.findByRole('alert')).toHaveTextContent('did not load');
    },
  );

  it.each(standingAlone)('shows nothing of %s to whoever may not see billing', async (_what, name, { Default }) => {
    let answered: Promise<unknown> | undefined;
    const adapt = (adapter: GuildhallAdapter): GuildhallAdapter => ({
      ...adapter,
      workspaces: {
        ...adapter.workspaces,
        get: (input, call) => {
          const answer = adapter.workspaces.get(input, call);
          answered = answer;
          return answer;
        },
      },
    });
    render(<Default memory={{ world: northwind(), viewerId: 'priya' }} adapt={adapt} />);
    await waitFor(() => expect(answered).toBeDefined());
    await act(async () => void (await answered));
    // Longer than what stands in for it takes to show.
    await act(async () => void (await new Promise((resolve) => setTimeout(resolve, 300))));
    expect(screen.queryByRole('heading', { name })).not.toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});

describe('whom to ask', () => {
  it('has its title before the names', async () => {
    render(<ForbiddenLoading />);
    expect(await screen.findByRole('heading', { name: 'Billing' })).toBeVisible();
  });

  it('says where the names did not load, and comes back by another try', async () => {
    const once = new GuildhallError('internal');
    const { container } = render(
      <ForbiddenDefault adapt={(adapter) => failOn(adapter, 'members.list', once, { times: 1 })} />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('Who looks after billing did not load');
    expect(container.querySelector('.gh-skeleton-line, [aria-busy=true]')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('link', { name: 'Ask Amara' })).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is said by name also where the list of readers is all that a member sees of billing', async () => {
    render(<Contacts memory={{ world: paying('healthy'), viewerId: 'tomas' }} />);
    const list = await screen.findByRole('list', { name: 'Who sees billing' });
    await waitFor(() => expect(list).toHaveTextContent(/Amara Okafor.*Jonas Lindqvist/));
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('is not asked again where the list of readers is not for the viewer', async () => {
    render(<ContactsForbidden />);
    await waitFor(() => expect(screen.queryByRole('list')).not.toBeInTheDocument());
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    expect(screen.queryByText(/did not load/)).not.toBeInTheDocument();
  });
});

describe('invoices on their way', () => {
  it('have the columns of those that come, for nobody to read', async () => {
    const { container } = render(<InvoicesLoading />);
    await waitFor(() => expect(container.querySelectorAll('thead th')).toHaveLength(6));
    expect(container.querySelectorAll('tbody tr')).toHaveLength(4);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});

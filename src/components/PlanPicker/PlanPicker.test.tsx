import { composeStories } from '@storybook/react-vite';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import * as stories from '../../../stories/PlanPicker.stories.js';
import { GuildhallError } from '../../contract/index.js';
import type { GuildhallAdapter } from '../../contract/index.js';
import { samplePlans } from '../../testing/plans.js';
import { failOn } from '../../testing/failOn.js';
import { monthsFree } from './offers.js';

const { Default, FromFree, Prepaid } = composeStories(stories);

const plan = async (name: string) =>
  within((await screen.findByRole('heading', { name })).closest('li') ?? expect.fail(`${name} is no plan`));

const choose = async (name: string) =>
  userEvent.click((await plan(name)).getByRole('button', { name: `Choose ${name}` }));

describe('the plans', () => {
  it('say what each really costs this workspace, and how that differs from now', async () => {
    render(<Default />);
    const team = await plan('Team');
    expect(team.getByText('$12.00')).toBeInTheDocument();
    expect(team.getByText('$168.00 a month')).toBeInTheDocument();
    expect(team.getByText('Your plan')).toBeInTheDocument();
    expect(team.queryByRole('button')).not.toBeInTheDocument();
    const business = await plan('Business');
    expect(business.getByText('$384.00 a month')).toBeInTheDocument();
    expect(business.getByText('$216.00 a month more')).toBeInTheDocument();
  });

  it('say what paying by the year saves', async () => {
    render(<Default />);
    await userEvent.click(await screen.findByRole('radio', { name: 'Yearly, 2 months free' }));
    expect((await plan('Team')).getByText('$1,680.00 a year')).toBeInTheDocument();
    expect((await plan('Team')).getByText('$336.00 a year less')).toBeInTheDocument();
    expect((await plan('Business')).getByText('$1,824.00 a year more')).toBeInTheDocument();
    expect(monthsFree(samplePlans())).toBe(2);
  });

  it('say where a plan would be full', async () => {
    render(<Default />);
    const studio = await plan('Studio');
    expect(studio.getByText('Full: 14 are here already')).toBeInTheDocument();
    expect(studio.getByRole('button', { name: 'Choose Studio' })).toHaveAccessibleDescription(
      'Full: 14 are here already',
    );
  });

  it('lead to the seats of a plan whose seats are bought', async () => {
    render(<Prepaid />);
    expect((await plan('Business')).getByRole('button', { name: 'Change seats' })).toBeInTheDocument();
  });
});

describe('choosing a plan', () => {
  it('shows what is paid today and from then on, and pays what the button names', async () => {
    const onDone = vi.fn<() => void>();
    render(<Default onDone={onDone} />);
    await choose('Business');
    expect(await screen.findByRole('heading', { name: 'Move from Team to Business' })).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Upgrade and pay $129.60' }));
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect((await plan('Business')).getByText('Your plan')).toBeInTheDocument();
  });

  it('says how often it is paid from then on, where that alone changes', async () => {
    render(<Default />);
    await userEvent.click(await screen.findByRole('radio', { name: 'Yearly, 2 months free' }));
    await choose('Team');
    expect(await screen.findByRole('heading', { name: 'Pay Team yearly' })).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: /^Pay yearly, \$[\d,.]+ today$/ })).toBeInTheDocument();
  });

  it('starts a trial that costs nothing yet', async () => {
    const onDone = vi.fn<() => void>();
    render(<FromFree onDone={onDone} />);
    expect((await plan('Team')).getByText('14 days free first')).toBeInTheDocument();
    await choose('Team');
    expect(await screen.findByText(/Nothing is charged today/)).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Start 14-day trial' }));
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  });

  it('asks for something to pay with where that is needed and not there', async () => {
    render(<FromFree />);
    await choose('Business');
    expect(await screen.findByRole('button', { name: 'Add a payment method' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /and pay/ })).not.toBeInTheDocument();
  });

  it('goes down at the end of what is paid, and says so', async () => {
    const onDone = vi.fn<() => void>();
    render(<Prepaid onDone={onDone} />);
    await choose('Team');
    expect(await screen.findByText(/Everything stays as it is until December 14/)).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', { name: 'Move to Team on December\u00a014' }));
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  });

  it('leaves all as it was when the bank says no, and says why', async () => {
    const declined = new GuildhallError('payment_required', { details: { reason: 'insufficient_funds' } });
    render(<Default adapt={(adapter) => failOn(adapter, 'billing.subscribe', declined)} />);
    await choose('Business');
    await userEvent.click(await screen.findByRole('button', { name: /and pay/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Team stays as it was. There is not enough money in the account. Nothing was charged.',
    );
    expect(screen.getByRole('button', { name: /and pay/ })).toHaveFocus();
  });

  it('shows the new amount and asks again when it changed meanwhile', async () => {
    const previews = vi.fn<(adapter: GuildhallAdapter) => void>();
    const adapt = (adapter: GuildhallAdapter) => {
      const { billing } = adapter;
      if (!billing) return adapter;
      const counted = {
        ...billing,
        preview: (...args: Parameters<typeof billing.preview>) => {
          previews(adapter);
          return billing.preview(...args);
        },
      };
      const changed = new GuildhallError('conflict', { details: { reason: 'quote_changed' } });
      return failOn({ ...adapter, billing: counted }, 'billing.subscribe', changed, { times: 1 });
    };
    const onDone = vi.fn<() => void>();
    render(<Default adapt={adapt} onDone={onDone} />);
    await choose('Business');
    await userEvent.click(await screen.findByRole('button', { name: /and pay/ }));
    expect(await screen.findByText(/The amount changed meanwhile/)).toBeInTheDocument();
    expect(previews).toHaveBeenCalledTimes(2);
    expect(onDone).not.toHaveBeenCalled();
    await userEvent.click(await screen.findByRole('button', { name: /and pay/ }));
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce());
  });
});

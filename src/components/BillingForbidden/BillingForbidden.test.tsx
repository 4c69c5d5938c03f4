import { composeStories } from '@storybook/react-vite';
import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import * as stories from '../../../stories/BillingForbidden.stories.js';

const { Default, AsAdmin } = composeStories(stories);

describe('whom to ask about billing', () => {
  it.each([
    ['a member', Default],
    ['an admin who is no billing contact', AsAdmin],
  ])('names owners and billing contacts to %s, and no price', async (_who, Story) => {
    const { container } = render(<Story />);
    expect(await screen.findByRole('link', { name: 'Ask Amara' })).toHaveAttribute(
      'href',
      'mailto:amara@northwind.studio?subject=Billing%20of%20Northwind%20Studio',
    );
    expect(screen.getByRole('link', { name: 'Ask Jonas' })).toBeInTheDocument();
    expect(screen.getByText('Northwind Studio is on the Team plan.')).toBeInTheDocument();
    expect(container).not.toHaveTextContent(/[$€¥]\d/);
  });
});

import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { Stage } from '../../stories/support/Stage.js';
import { Dialog } from './Dialog.js';

/** A dialog of ours, for which the host gave a place in its page. */
function openDialog(place: HTMLElement) {
  document.body.append(place);
  render(
    <Stage portalContainer={place}>
      <Dialog title="Rename" onClose={() => undefined} />
    </Stage>,
  );
  const dialog = screen.getByRole('dialog', { name: 'Rename' });
  place.remove();
  return dialog;
}

it('puts a dialog where the host wants it', () => {
  const place = document.createElement('main');
  expect(place).toContainElement(openDialog(place));
});

it.each(['aria-hidden', 'inert'])('puts a dialog within reach while a modal of the host makes its page %s', (state) => {
  const place = document.createElement('main');
  place.setAttribute(state, 'true');
  expect(place).not.toContainElement(openDialog(place));
});

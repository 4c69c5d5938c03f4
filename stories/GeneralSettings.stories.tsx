import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, waitFor } from 'storybook/test';
import { GeneralSettings } from '../src/components/GeneralSettings/index.js';
import { GuildhallError } from '../src/contract/index.js';
import type { GuildhallAdapter } from '../src/contract/index.js';
import { failOn } from '../src/testing/failOn.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import { studios } from './support/studios.js';
import { FROM_THE_RIGHT, longNamed, slow } from './support/seeds.js';

type StoryArgs = Omit<StageProps, 'children' | 'theme'> &
  Pick<Parameters<typeof GeneralSettings>[0], 'onGone' | 'onShowMembers'>;

const ARGS: Pick<StoryArgs, 'onGone' | 'onShowMembers'> = { onGone: () => undefined, onShowMembers: () => undefined };

const meta = {
  title: 'Components/GeneralSettings',
  component: GeneralSettings,
  args: ARGS,
  render: ({ onGone, onShowMembers, memory, ...stage }) => {
    return (
      <Stage {...stage} memory={{ world: studios(), ...memory }}>
        <GeneralSettings onGone={onGone} onShowMembers={onShowMembers} />
      </Stage>
    );
  },
} satisfies Meta<StoryArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

/** An owner's view. The only owner cannot leave, and is told why. */
export const Default: Story = {};

/** An admin renames, and may leave. */
export const AsAdmin: Story = { args: { memory: { viewerId: 'priya' } } };

/** A member reads, and learns whom to ask. */
export const AsMember: Story = { args: { memory: { viewerId: 'tomas' } } };

/** The workspace that everybody has for themselves. */
export const Home: Story = { args: { workspaceId: 'home' } };

/** The new name is shown at once; refused, the old one is back and what was typed stays. */
export const RenameRefused: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'workspaces.update', undefined, { times: 1 }) },
  play: async ({ canvas, userEvent }) => {
    const field = await canvas.findByRole('textbox', { name: 'Name' });
    await userEvent.clear(field);
    await userEvent.type(field, 'Northwind & Daughters{Enter}');
    await canvas.findByText(/Not renamed/);
  },
};

async function drawing(width: number, height: number): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = 'rebeccapurple';
    context.fillRect(0, 0, width, height);
    context.fillStyle = 'gold';
    context.fillRect(width / 2 - height / 4, height / 4, height / 2, height / 2);
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new File([blob ?? ''], 'logo.png', { type: 'image/png' });
}

/** A wide picture of 3,000 by 1,000 becomes a square of 512 before it is sent. */
export const PictureChosen: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await canvas.findByRole('button', { name: 'Choose picture' });
    const input = canvasElement.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('There is nothing to choose a file with.');
    await userEvent.upload(input, await drawing(3000, 1000));
    await canvas.findByRole('button', { name: 'Remove' });
    const picture = canvasElement.querySelector<HTMLImageElement>('.gh-general-picture img');
    await waitFor(() => expect(picture?.naturalWidth).toBe(512));
    await expect(picture?.naturalHeight).toBe(512);
  },
};

/** A file that is no picture. */
export const NotAPicture: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await canvas.findByRole('button', { name: 'Choose picture' });
    const input = canvasElement.querySelector<HTMLInputElement>('input[type="file"]');
    if (input === null) throw new Error('There is nothing to choose a file with.');
    await userEvent.upload(input, new File(['%PDF-1.7'], 'logo.png', { type: 'image/png' }));
    await canvas.findByText(/not a picture that can be read/);
  },
};

/** Deleting says what goes and for whom, and asks for the name. */
export const Deleting: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Delete workspace…' }));
    await userEvent.type(await screen.findByRole('textbox', { name: /type its name/ }), 'Northwind{Enter}');
    await screen.findByText(/That is not its name/);
  },
};

/** Leaving says what is lost and what stays. */
export const Leaving: Story = {
  args: { memory: { viewerId: 'priya' } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Leave workspace…' }));
    await screen.findByRole('alertdialog');
  },
};

const silent = (adapter: GuildhallAdapter): GuildhallAdapter => ({
  ...adapter,
  workspaces: { ...adapter.workspaces, get: () => new Promise<never>(() => undefined) },
});

/** On its way, after 200 ms. */
export const Loading: Story = { args: { adapt: silent } };

/** What went wrong, and another try. */
export const Failed: Story = {
  args: { adapt: (adapter) => failOn(adapter, 'workspaces.get', new GuildhallError('internal'), { times: 1 }) },
};

/** Logical throughout: the same from right to left. */
export const RightToLeft: Story = { globals: FROM_THE_RIGHT };

/** Less than 560 pixels wide. */
export const Phone: Story = { args: { width: 358, padding: 16 } };

/** The same in the dark. */
export const Dark: Story = { globals: { scheme: 'dark' } };

/** Every answer takes its time: what stands in for it comes first. */
export const Slow: Story = { args: { adapt: slow } };

/** Names and addresses that do not fit. */
export const LongNames: Story = { args: { adapt: longNamed } };

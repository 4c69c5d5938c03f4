import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { MembersTable } from '../src/components/MembersTable/index.js';
import type {
  AvatarOverrideProps,
  EmptyStateOverrideProps,
  GuildhallComponents,
  LinkOverrideProps,
} from '../src/provider/components.js';
import { WorkspaceSettings } from '../src/components/WorkspaceSettings/index.js';
import { arrived } from './support/arrived.js';
import { holding, KIND_WORDS } from './support/holding.js';
import { press } from './support/press.js';
import { Stage } from './support/Stage.js';
import type { StageProps } from './support/Stage.js';
import shadcn from './theming/shadcn.css?raw';
import shadcnMap from './theming/shadcn-map.css?raw';
import variables from './theming/variables.css?raw';
import variablesMap from './theming/variables-map.css?raw';

interface ThemingArgs extends Omit<StageProps, 'children' | 'components'> {
  /** The host's stylesheet: its variables, and the one block that maps them. */
  css: string;
  /** The host's own parts. */
  components?: GuildhallComponents | undefined;
}

const meta = {
  title: 'Guides/Theming',
  args: { css: '' },
  // Each in a document of its own: what a host says of `:root` would reach the stories beside it.
  parameters: { controls: { disable: true }, docs: { story: { inline: false, height: '480px' } } },
  render: ({ css, ...stage }) => (
    <>
      <style>{css}</style>
      <Stage {...stage}>
        <MembersTable />
      </Stage>
    </>
  ),
} satisfies Meta<ThemingArgs>;

export default meta;
type Story = StoryObj<typeof meta>;

type Painted = 'color' | 'backgroundColor' | 'borderBottomColor';

/** What a property of an element comes to, as the browser paints it. */
function painted(element: Element, property: Painted, value?: string): string {
  const seen = document.createElement('canvas').getContext('2d');
  const probe = document.body.appendChild(document.createElement('i'));
  if (value !== undefined) probe.style[property] = value;
  const computed = getComputedStyle(value === undefined ? element : probe)[property];
  probe.remove();
  if (seen === null) throw new Error('This browser has no canvas.');
  seen.fillStyle = computed;
  seen.fillRect(0, 0, 1, 1);
  return [...seen.getImageData(0, 0, 1, 1).data].join(' ');
}

/** Whether the screen and a dialog that stands elsewhere in the document have the colours that the host's variables have. */
const follows =
  (
    named: Readonly<Record<'words' | 'solid' | 'onSolid' | 'panel' | 'field' | 'line' | 'corner', string>>,
  ): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const invite = await canvas.findByRole('button', { name: 'Invite people' });
    const is = async (element: Element | null, property: Painted, variable: string) => {
      if (element === null) throw new Error(`Nothing is there whose ${property} could be ${variable}.`);
      await expect(painted(element, property), `${property} is ${variable}`).toBe(
        painted(element, property, `var(${variable})`),
      );
    };
    await is(canvas.getByRole('heading', { name: 'Members' }), 'color', named.words);
    await waitFor(() => is(invite, 'backgroundColor', named.solid));
    await is(invite, 'color', named.onSolid);
    await is(canvas.getByRole('searchbox').closest('.gh-field-frame'), 'backgroundColor', named.field);
    await waitFor(() => is(canvasElement.querySelector('.gh-group-head'), 'borderBottomColor', named.line));
    const probe = canvasElement.appendChild(document.createElement('i'));
    probe.style.borderRadius = named.corner;
    await expect(getComputedStyle(invite).borderRadius).toBe(getComputedStyle(probe).borderRadius);
    await expect(Number.parseFloat(getComputedStyle(invite).borderRadius)).toBeGreaterThan(0);
    probe.remove();
    await userEvent.click(invite);
    const dialog = await canvas.findByRole('dialog');
    await arrived();
    await is(dialog, 'backgroundColor', named.panel);
    await is(within(dialog).getByRole('heading'), 'color', named.words);
  };

const SHADCN = {
  words: '--foreground',
  solid: '--primary',
  onSolid: '--primary-foreground',
  panel: '--popover',
  field: '--background',
  line: '--border',
  corner: 'calc(var(--radius) - 4px)',
};
const VARIABLES = {
  words: '--ink',
  solid: '--brand',
  onSolid: '--on-brand',
  panel: '--card',
  field: '--card',
  line: '--line',
  corner: 'var(--corner)',
};

/** No Radix in the host, and nothing said: violet on slate, in the scheme of the page. */
export const ByItself: Story = { args: { theme: {} } };

/** A host with shadcn: its variables, and one block. */
export const Shadcn: Story = { args: { theme: {}, css: shadcn + shadcnMap }, play: follows(SHADCN) };

/** The same block, and the host turned dark. */
export const ShadcnDark: Story = { ...Shadcn, globals: { scheme: 'dark' } };

/** A host with a stylesheet of its own and a dozen variables. */
export const PlainVariables: Story = { args: { theme: {}, css: variables + variablesMap }, play: follows(VARIABLES) };

/** The same block, and the host turned dark. */
export const PlainVariablesDark: Story = { ...PlainVariables, globals: { scheme: 'dark' } };

/** Rows and controls nearer together, menus and dialogs too. */
export const Compact: Story = {
  args: { density: 'compact' },
  play: async (context) => {
    const row = (await within(context.canvasElement).findByText('Tomás Herrera')).closest('.gh-row');
    await expect(row?.getBoundingClientRect().height).toBe(44);
    await press({ role: 'button', name: 'Actions for Tomás Herrera' })(context);
    const entry = await within(context.canvasElement).findByRole('menuitem', { name: 'Copy email address' });
    await arrived();
    await expect(entry.getBoundingClientRect().height).toBe(28);
  },
};

const Monogram = ({ name, kind }: AvatarOverrideProps) => (
  <svg viewBox="0 0 32 32" data-kind={kind}>
    <rect width="32" height="32" rx={kind === 'person' ? 16 : 8} fill="var(--gray-12)" />
    <text x="16" y="21" textAnchor="middle" fontSize="14" fill="var(--color-background)">
      {name.slice(0, 1)}
    </text>
  </svg>
);

const Underlined = ({ children, ...link }: LinkOverrideProps) => (
  <a {...link} data-router="">
    {children}
  </a>
);

const Postcard = ({ icon, title, children, actions }: EmptyStateOverrideProps) => (
  <figure style={{ margin: '32px 0', display: 'grid', gap: 8, justifyItems: 'center', textAlign: 'center' }}>
    <span aria-hidden="true">{icon}</span>
    <figcaption>{title}</figcaption>
    <div>{children}</div>
    <div style={{ display: 'flex', gap: 8 }}>{actions}</div>
  </figure>
);

/** The host's own avatar, link and empty state, wherever ours would be. */
export const OwnComponents: Story = {
  args: { components: { Avatar: Monogram, Link: Underlined, EmptyState: Postcard } },
  render: ({ components }) => (
    <Stage components={components} width={1200} padding={0} memory={{ world: holding() }} entityKinds={KIND_WORDS}>
      <WorkspaceSettings section="items" hrefForSection={(section) => `#/settings/${section}`} />
    </Stage>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    // The section is loaded on demand.
    await userEvent.type(await canvas.findByRole('searchbox', {}, { timeout: 5000 }), 'no such thing');
    await expect(await canvas.findByRole('figure')).toHaveTextContent('no such thing');
    await expect(canvas.getByRole('link', { name: 'Members' })).toHaveAttribute('data-router');
  },
};

import { Theme } from '@radix-ui/themes';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryAdapter } from 'guildhall/adapters/memory';
import type { ReactNode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { MenuButton } from '../ui/index.js';
import { GuildhallProvider } from './GuildhallProvider.js';
import type { GuildhallProviderProps } from './GuildhallProvider.js';

const adapter = createMemoryAdapter();

function Provided(props: Partial<GuildhallProviderProps>) {
  return (
    <GuildhallProvider adapter={adapter} {...props}>
      {props.children ?? <p>inside</p>}
    </GuildhallProvider>
  );
}

/** The Radix theme that a text stands in. */
const themeOf = (text: string) => screen.getByText(text).closest<HTMLElement>('.radix-themes');
const looks = (theme: Element | null) => ({ ...(theme as HTMLElement | null)?.dataset });

const menu = (
  <MenuButton label="Actions" entries={() => [{ kind: 'action', label: 'Rename', onSelect: () => undefined }]} />
);

async function openMenu() {
  await userEvent.click(screen.getByRole('button', { name: 'Actions' }));
  return screen.findByRole('menu');
}

describe('a provider inside a Radix theme', () => {
  it('has the look of that theme', () => {
    render(
      <Theme accentColor="ruby" data-testid="host">
        <Provided />
      </Theme>,
    );
    expect(themeOf('inside')).toBe(screen.getByTestId('host'));
  });

  it('has its own where it is given one', () => {
    render(
      <Theme accentColor="ruby">
        <Provided theme={{ accentColor: 'teal', grayColor: 'auto', appearance: 'dark' }} />
      </Theme>,
    );
    expect(looks(themeOf('inside'))).toMatchObject({ accentColor: 'teal', grayColor: 'sage', isRootTheme: 'false' });
    expect(themeOf('inside')).toHaveClass('dark', 'gh-theme');
  });

  it('gives overlays, which stand elsewhere, the look of the place that they are opened from', async () => {
    render(
      <Theme accentColor="ruby" appearance="dark">
        <Provided>
          <Theme accentColor="jade" radius="full">
            {menu}
          </Theme>
        </Provided>
      </Theme>,
    );
    const opened = await openMenu();
    expect(looks(opened)).toMatchObject({ accentColor: 'jade', radius: 'full', scaling: '100%' });
    expect(opened).toHaveClass('radix-themes', 'dark', 'gh-menu');
  });

  it('has open overlays follow when that look changes', async () => {
    const page = (appearance: 'light' | 'dark') => (
      <Theme appearance={appearance}>
        <Provided>{menu}</Provided>
      </Theme>
    );
    const { rerender } = render(page('light'));
    expect(await openMenu()).toHaveClass('light');
    await act(async () => rerender(page('dark')));
    expect(screen.getByRole('menu')).toHaveClass('dark');
    expect(screen.getByRole('menu')).not.toHaveClass('light');
  });
});

describe('a provider without a Radix theme above', () => {
  it('brings violet on slate, in the language and direction of the provider', () => {
    render(<Provided locale="ar" />);
    expect(looks(themeOf('inside'))).toEqual({
      accentColor: 'violet',
      density: 'comfortable',
      grayColor: 'slate',
      panelBackground: 'solid',
      radius: 'medium',
      scaling: '100%',
      isRootTheme: 'false',
      hasBackground: 'false',
    });
    expect(themeOf('inside')).toHaveAttribute('dir', 'rtl');
    expect(themeOf('inside')).toHaveAttribute('lang', 'ar');
  });

  it('gives overlays that look', async () => {
    render(<Provided>{menu}</Provided>);
    expect(looks(await openMenu())).toMatchObject({ accentColor: 'violet', grayColor: 'slate' });
  });
});

describe('from a server', () => {
  const hydrated = async (page: ReactNode) => {
    const container = document.body.appendChild(document.createElement('div'));
    container.innerHTML = renderToString(page);
    const sent = container.innerHTML;
    const recovered: unknown[] = [];
    const root = await act(async () =>
      hydrateRoot(container, page, { onRecoverableError: (error) => void recovered.push(error) }),
    );
    const accent = themeOf('inside')?.dataset.accentColor;
    await act(async () => root.unmount());
    container.remove();
    return { sent, recovered, accent };
  };

  it.each([
    { what: 'inherits', theme: undefined, isInside: true, accentColor: 'ruby' },
    {
      what: 'brings its own once it sees that there is none',
      theme: undefined,
      isInside: false,
      accentColor: 'violet',
    },
    { what: 'has the look that it is given from the first', theme: {}, isInside: false, accentColor: 'violet' },
  ])('$what, and nothing is rendered anew', async ({ theme, isInside, accentColor }) => {
    const provided = <Provided theme={theme} />;
    const { recovered, accent } = await hydrated(isInside ? <Theme accentColor="ruby">{provided}</Theme> : provided);
    expect(recovered).toEqual([]);
    expect(accent).toBe(accentColor);
  });

  it('is sent with the look that it is given', async () => {
    expect((await hydrated(<Provided theme={{ accentColor: 'teal' }} />)).sent).toContain('data-accent-color="teal"');
  });
});

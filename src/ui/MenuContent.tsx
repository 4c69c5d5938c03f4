import * as DropdownMenu from '@radix-ui/react-dropdown-menu';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, FocusEvent, RefObject } from 'react';
import { MenuEntries } from './MenuEntries.js';
import type { MenuEntry } from './menuEntry.js';
import type { MenuPanel } from './MenuTrigger.js';
import { classNames } from './classNames.js';
import { usePortal } from './usePortal.js';

interface MenuContentProps extends MenuPanel {
  entries: readonly MenuEntry[];
}

/** Radix wants its own trigger to stand by: an unseen one lies exactly on the button. */
function useOverlay(anchor: RefObject<HTMLButtonElement | null>): CSSProperties {
  const [style, setStyle] = useState<CSSProperties>({});
  useLayoutEffect(() => {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = anchor.current ?? {};
    // Physical, since that is how the DOM measures.
    setStyle({ left: offsetLeft, top: offsetTop, width: offsetWidth, height: offsetHeight });
  }, [anchor]);
  return style;
}

/** An open menu, beside its button. Loaded on demand; use `MenuButton`. */
export function MenuContent({ anchor, label, entries, focusesFirst, align, onClose }: MenuContentProps) {
  const { container, theme, dir, lang } = usePortal(anchor.current);
  const overlay = useOverlay(anchor);
  const hasEntered = useRef(false);
  /** Radix gives the focus to the menu itself, and this hands it on: at once, so that the next key finds an entry. */
  const enterFirst = (event: FocusEvent<HTMLDivElement>) => {
    if (hasEntered.current || event.target !== event.currentTarget) return;
    hasEntered.current = true;
    if (focusesFirst) event.currentTarget.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  };
  return (
    <DropdownMenu.Root open modal={false} dir={dir} onOpenChange={onClose}>
      <DropdownMenu.Trigger asChild>
        <span className="gh-menu-anchor" style={overlay} aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.Content
          {...theme}
          className={classNames('gh-menu', theme.className)}
          lang={lang}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          loop
          aria-label={label}
          aria-labelledby={undefined}
          onFocus={enterFirst}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { activeElement } = document;
            // Whoever took the focus meanwhile, a dialog say, keeps it.
            if (activeElement === null || activeElement === document.body) anchor.current?.focus();
          }}
          onEscapeKeyDown={(event) => event.stopPropagation()}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target)) event.preventDefault();
          }}
        >
          <MenuEntries entries={entries} place={anchor.current} onLeave={() => anchor.current?.focus()} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

import { forwardRef, useCallback, useImperativeHandle, useRef, useState } from 'react';
import type { MouseEvent, ReactNode, RefObject } from 'react';
import { Button } from './Button.js';
import type { ButtonProps } from './Button.js';

/** What an open menu is told by its button. */
export interface MenuPanel {
  anchor: RefObject<HTMLButtonElement | null>;
  label: string;
  /** Opened by the keyboard: the first entry has the focus at once. */
  focusesFirst: boolean;
  align: 'start' | 'end';
  onClose: () => void;
}

export interface MenuTriggerProps extends Omit<ButtonProps, 'onClick' | 'aria-label' | 'name'> {
  /** What the menu is about, in words; the button's name too, unless it has words of its own. */
  label: string;
  /** The button's name. @default the label, or the button's own words for null */
  name?: string | null | undefined;
  /** The open menu. */
  renderMenu: (panel: MenuPanel) => ReactNode;
  /** Begins to load the menu, once it is likely to be wanted. */
  preload: () => void;
  /** Which edge the menu keeps to. @default 'end' */
  align?: 'start' | 'end' | undefined;
}

/** A button that opens a menu: what `MenuButton` is made of, for menus that are loaded with what they do. */
export const MenuTrigger = forwardRef<HTMLButtonElement, MenuTriggerProps>(function MenuTrigger(props, ref) {
  const { label, name = label, renderMenu, preload, align = 'end', ...button } = props;
  const anchor = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<'no' | 'by pointer' | 'by keyboard'>('no');
  useImperativeHandle(ref, () => anchor.current as HTMLButtonElement, []);
  const isOpen = opened !== 'no';
  const onClose = useCallback(() => setOpened('no'), []);
  const toggle = (event: MouseEvent) => setOpened(isOpen ? 'no' : event.detail === 0 ? 'by keyboard' : 'by pointer');
  return (
    <>
      <Button
        {...button}
        ref={anchor}
        {...(name === null ? {} : { 'aria-label': name })}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={toggle}
        onPointerEnter={preload}
        onFocus={preload}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isOpen) return;
          event.preventDefault();
          event.currentTarget.click();
        }}
      />
      {isOpen ? renderMenu({ anchor, label, focusesFirst: opened === 'by keyboard', align, onClose }) : null}
    </>
  );
});

import { forwardRef, lazy, Suspense, useCallback, useImperativeHandle, useRef, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { Button } from './Button.js';
import type { ButtonProps } from './Button.js';
import type { MenuEntry } from './menuEntry.js';

const load = () => import('./MenuContent.js');
const MenuContent = lazy(async () => ({ default: (await load()).MenuContent }));
const preload = () => void load();

export interface MenuButtonProps extends Omit<ButtonProps, 'onClick' | 'aria-label'> {
  /** What the menu is about, in words; the button's name too, unless it has words of its own. */
  label: string;
  /** Whether the label is the button's name. @default true */
  labelsButton?: boolean | undefined;
  /** Asked when the menu opens, and while it is open. */
  entries: () => readonly MenuEntry[];
  /** Told when it opens and closes. */
  onOpenChange?: ((isOpen: boolean) => void) | undefined;
  /** Which edge the menu keeps to. @default 'end' */
  align?: 'start' | 'end' | undefined;
  children?: ReactNode;
}

/**
 * A button with a menu that is loaded and mounted when it is opened, so that a thousand of them cost a
 * thousand buttons. Its parent must be positioned.
 *
 * @example <MenuButton label={t('actionsFor', { name })} entries={() => actions} />
 */
export const MenuButton = forwardRef<HTMLButtonElement, MenuButtonProps>(function MenuButton(props, ref) {
  const { label, labelsButton = true, entries, onOpenChange, align = 'end', ...button } = props;
  const anchor = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<'no' | 'by pointer' | 'by keyboard'>('no');
  useImperativeHandle(ref, () => anchor.current as HTMLButtonElement, []);
  const isOpen = opened !== 'no';
  const toggle = (event: MouseEvent) => {
    setOpened(isOpen ? 'no' : event.detail === 0 ? 'by keyboard' : 'by pointer');
    onOpenChange?.(!isOpen);
  };
  const close = useCallback(() => {
    setOpened('no');
    onOpenChange?.(false);
  }, [onOpenChange]);
  return (
    <>
      <Button
        {...button}
        ref={anchor}
        {...(labelsButton ? { 'aria-label': label } : {})}
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
      {isOpen ? (
        <Suspense fallback={null}>
          <MenuContent
            anchor={anchor}
            label={label}
            entries={entries()}
            focusesFirst={opened === 'by keyboard'}
            align={align}
            onClose={close}
          />
        </Suspense>
      ) : null}
    </>
  );
});

import { forwardRef } from 'react';
import { MenuTrigger } from './MenuTrigger.js';
import type { MenuTriggerProps } from './MenuTrigger.js';
import type { MenuEntry } from './menuEntry.js';
import { onDemand } from './onDemand.js';

const MenuContent = onDemand(() => import('./MenuContent.js').then((module) => module.MenuContent));

export interface MenuButtonProps extends Omit<MenuTriggerProps, 'renderMenu' | 'preload'> {
  /** Asked while the menu is open. */
  entries: () => readonly MenuEntry[];
}

/**
 * A button with a menu that is loaded and mounted when it is opened, so that a thousand of them cost a
 * thousand buttons. Its parent must be positioned.
 *
 * @example <MenuButton label={t('actionsFor', { name })} entries={() => actions} />
 */
export const MenuButton = forwardRef<HTMLButtonElement, MenuButtonProps>(function MenuButton(
  { entries, ...trigger },
  ref,
) {
  return (
    <MenuTrigger
      {...trigger}
      ref={ref}
      preload={MenuContent.preload}
      renderMenu={(panel) => <MenuContent {...panel} entries={entries()} />}
    />
  );
});

import * as Popover from '@radix-ui/react-popover';
import { useRef } from 'react';
import type { RefObject } from 'react';
import { classNames, usePortal } from '../../ui/index.js';
import { SwitcherPanel } from './SwitcherPanel.js';
import type { SwitcherPanelContainerProps } from './SwitcherPanel.js';
import { FOCUS_TARGET } from './SwitcherPanel.view.js';

export interface SwitcherOverlayProps extends Omit<SwitcherPanelContainerProps, 'isNarrow'> {
  trigger: RefObject<HTMLButtonElement | null>;
  /** Names it in the document, for the trigger. */
  id: string;
  onClose: () => void;
  /** Where the focus goes when it closes. */
  returnFocus: () => HTMLElement | null;
}

/** The open switcher below its trigger. Loaded on demand. */
export function SwitcherPopover({ trigger, id, onClose, returnFocus, ...panel }: SwitcherOverlayProps) {
  const { container, theme, dir, lang } = usePortal(trigger.current);
  const content = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root open onOpenChange={onClose}>
      <Popover.Anchor virtualRef={trigger as RefObject<HTMLButtonElement>} />
      <Popover.Portal container={container}>
        <Popover.Content
          ref={content}
          id={id}
          {...theme}
          className={classNames('gh-switcher', theme.className)}
          dir={dir}
          lang={lang}
          aria-label={panel.t('title')}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.querySelector<HTMLElement>(FOCUS_TARGET)?.focus({ preventScroll: true });
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            const { activeElement } = document;
            // Whoever took the focus meanwhile, a dialog say, keeps it.
            if (activeElement === null || activeElement === document.body) returnFocus()?.focus();
          }}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && trigger.current?.contains(event.target)) event.preventDefault();
          }}
        >
          <SwitcherPanel {...panel} isNarrow={false} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

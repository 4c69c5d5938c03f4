import { IconButton, Theme } from '@radix-ui/themes';
import { Menu } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';

/** The sidebar of a phone: behind a button, gone once it has led somewhere. */
export function Drawer({ children }: { children: ReactNode }) {
  const [location] = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  return (
    <Dialog.Root open={openAt === location} onOpenChange={(isOpen) => setOpenAt(isOpen ? location : null)}>
      <Dialog.Trigger asChild>
        <IconButton type="button" size="3" variant="ghost" color="gray" className="drawer-open" aria-label="Open menu">
          <Menu size={20} aria-hidden />
        </IconButton>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Theme asChild>
          <Dialog.Overlay className="drawer-shade">
            <Dialog.Content className="drawer" aria-describedby={undefined}>
              <Dialog.Title className="visually-hidden">Menu</Dialog.Title>
              {children}
            </Dialog.Content>
          </Dialog.Overlay>
        </Theme>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

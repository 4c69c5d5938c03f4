import { Theme } from '@radix-ui/themes';
import { Check, ChevronRight } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { MenuAction, MenuBranch, MenuChoice, MenuEntry, MenuOption } from './menuEntry.js';
import { usePortal } from './usePortal.js';

function Words({ label, description, reason }: Pick<MenuOption, 'label' | 'description' | 'reason'>) {
  const second = reason ?? description;
  return (
    <span className="gh-menu-words">
      <span>{label}</span>
      {second === undefined ? null : <span className="gh-menu-note">{second}</span>}
    </span>
  );
}

/** A refused entry stays open and reachable, so that its reason can be read. */
const refuse = (event: Event) => event.preventDefault();

function Action({ entry }: { entry: MenuAction }) {
  const isRefused = entry.reason !== undefined && entry.reason !== null;
  return (
    <DropdownMenu.Item
      className="gh-menu-item"
      data-destructive={entry.destructive ? '' : undefined}
      aria-disabled={isRefused || undefined}
      onSelect={isRefused ? refuse : entry.onSelect}
    >
      <Words {...entry} />
    </DropdownMenu.Item>
  );
}

function Choice({ entry }: { entry: MenuChoice }) {
  return (
    <DropdownMenu.RadioGroup
      value={entry.value ?? ''}
      onValueChange={(value) => {
        if (value !== entry.value) entry.onChoose(value);
      }}
      aria-label={entry.label}
    >
      {entry.options.map((option) => {
        const isRefused = option.reason !== undefined && option.reason !== null;
        return (
          <DropdownMenu.RadioItem
            key={option.value}
            value={option.value}
            className="gh-menu-item"
            aria-disabled={isRefused || undefined}
            onSelect={isRefused ? refuse : undefined}
          >
            <Words {...option} />
            <DropdownMenu.ItemIndicator className="gh-menu-mark">
              <Check aria-hidden="true" />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        );
      })}
    </DropdownMenu.RadioGroup>
  );
}

function Branch({ entry }: { entry: MenuBranch }) {
  const { container, lang } = usePortal();
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="gh-menu-item">
        <Words label={entry.label} />
        <ChevronRight className="gh-menu-mark gh-mirrored" aria-hidden="true" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={container}>
        <Theme asChild>
          <DropdownMenu.SubContent
            className="gh-menu"
            lang={lang}
            sideOffset={2}
            alignOffset={-8}
            collisionPadding={8}
            loop
          >
            <MenuEntries entries={entry.entries} />
          </DropdownMenu.SubContent>
        </Theme>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

/** The lines of a menu. */
export function MenuEntries({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => {
    const key = entry.kind === 'separator' ? `separator ${index}` : entry.label;
    if (entry.kind === 'action') return <Action key={key} entry={entry} />;
    if (entry.kind === 'choice') return <Choice key={key} entry={entry} />;
    if (entry.kind === 'branch') return <Branch key={key} entry={entry} />;
    return <DropdownMenu.Separator key={key} className="gh-menu-separator" />;
  });
}

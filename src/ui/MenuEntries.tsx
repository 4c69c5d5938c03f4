import { Check, ChevronRight } from 'lucide-react';
import * as DropdownMenu from '@radix-ui/react-dropdown-menu';
import type { MenuAction, MenuBranch, MenuChoice, MenuEntry, MenuOption } from './menuEntry.js';
import { classNames } from './classNames.js';
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
const stay = (event: Event) => event.preventDefault();

const isRefused = ({ reason }: Pick<MenuOption, 'reason'>) => reason !== undefined && reason !== null;

function Action({ entry, onLeave }: { entry: MenuAction; onLeave: () => void }) {
  return (
    <DropdownMenu.Item
      className="gh-menu-item"
      data-destructive={entry.destructive ? '' : undefined}
      aria-disabled={isRefused(entry) || undefined}
      onSelect={(event) => {
        if (isRefused(entry)) return stay(event);
        onLeave();
        entry.onSelect();
      }}
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
        // Radix tells of a refused option too.
        const option = entry.options.find((offered) => offered.value === value);
        if (value !== entry.value && option && !isRefused(option)) entry.onChoose(value);
      }}
      aria-label={entry.label}
    >
      {entry.options.map((option) => {
        return (
          <DropdownMenu.RadioItem
            key={option.value}
            value={option.value}
            className="gh-menu-item"
            aria-disabled={isRefused(option) || undefined}
            onSelect={isRefused(option) ? stay : undefined}
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

function Branch({ entry, place, onLeave }: Omit<MenuEntriesProps, 'entries'> & { entry: MenuBranch }) {
  const { container, theme, lang } = usePortal(place);
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="gh-menu-item">
        <Words label={entry.label} />
        <ChevronRight className="gh-menu-mark gh-mirrored" aria-hidden="true" />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={container}>
        <DropdownMenu.SubContent
          {...theme}
          className={classNames('gh-menu', theme.className)}
          lang={lang}
          sideOffset={2}
          alignOffset={-8}
          collisionPadding={8}
          loop
        >
          <MenuEntries entries={entry.entries} place={place} onLeave={onLeave} />
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

interface MenuEntriesProps {
  entries: readonly MenuEntry[];
  /** What the menu was opened from: menus in it look as it does. */
  place: Element | null;
  /** Told before an action is done: the focus goes back first, so that what it opens knows where it came from. */
  onLeave: () => void;
}

/** The lines of a menu. */
export function MenuEntries({ entries, place, onLeave }: MenuEntriesProps) {
  return entries.map((entry, index) => {
    const key = entry.kind === 'separator' ? `separator ${index}` : entry.label;
    if (entry.kind === 'action') return <Action key={key} entry={entry} onLeave={onLeave} />;
    if (entry.kind === 'choice') return <Choice key={key} entry={entry} />;
    if (entry.kind === 'branch') return <Branch key={key} entry={entry} place={place} onLeave={onLeave} />;
    return <DropdownMenu.Separator key={key} className="gh-menu-separator" />;
  });
}

import { Check } from 'lucide-react';
import type { HTMLAttributes, RefObject } from 'react';
import type { Workspace } from '../../contract/index.js';
import { Avatar } from '../../ui/index.js';
import { isMac } from './isMac.js';
import type { Words } from './types.js';

/** How many workspaces have a shortcut. */
export const SHORTCUTS = 9;

interface SwitcherOptionsProps extends HTMLAttributes<HTMLDivElement> {
  t: Words;
  list: RefObject<HTMLDivElement | null>;
  id: string;
  items: readonly Workspace[];
  currentId: string | undefined;
  activeIndex: number;
  onActivate: (id: string) => void;
  onChoose: (workspace: Workspace) => void;
  shortcuts: boolean;
}

/** What the viewer is there, in a word. */
function standing(workspace: Workspace, t: Words): string {
  return workspace.memberCount === 1 ? t('onlyYou') : t(workspace.viewer.role);
}

/** The id of an option in the document; those of workspaces may hold what an id may not. */
export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The viewer's workspaces as a listbox, whose active option follows the keys and the pointer. */
export function SwitcherOptions(props: SwitcherOptionsProps) {
  const { t, list, id, items, currentId, activeIndex, onActivate, onChoose, shortcuts, ...listbox } = props;
  const key = isMac() ? 'keyMac' : 'keyOther';
  return (
    <div {...listbox} ref={list} id={id} role="listbox" className="gh-switcher-options">
      {items.map((workspace, index) => {
        const isCurrent = workspace.id === currentId;
        const hasShortcut = shortcuts && index < SHORTCUTS;
        return (
          // The keys are handled where the focus is: on the search, or on the listbox.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={workspace.id}
            id={optionId(id, index)}
            role="option"
            tabIndex={-1}
            aria-selected={isCurrent}
            aria-keyshortcuts={hasShortcut ? `${isMac() ? 'Meta' : 'Control'}+${index + 1}` : undefined}
            className="gh-switcher-option"
            data-active={index === activeIndex ? '' : undefined}
            onPointerMove={() => onActivate(workspace.id)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(workspace)}
          >
            <Avatar kind="workspace" id={workspace.id} name={workspace.name} imageUrl={workspace.imageUrl} />
            <span className="gh-switcher-words">
              <bdi className="gh-switcher-name" title={workspace.name}>
                {workspace.name}
              </bdi>
              <span className="gh-switcher-note">{standing(workspace, t)}</span>
            </span>
            {isCurrent ? <Check className="gh-switcher-check" aria-hidden="true" /> : null}
            {hasShortcut && !isCurrent ? (
              <span className="gh-switcher-key" aria-hidden="true">
                {t(key, { digit: index + 1 })}
              </span>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}

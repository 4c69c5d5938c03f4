import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { Invitation, Member } from '../../contract/index.js';
import { Button, MenuButton, choice } from '../../ui/index.js';
import { roleOptions } from '../parts/role.messages.js';
import { resend } from './perform.js';
import { SelectMatching } from './SelectMatching.js';
import type { SelectMatchingProps } from './SelectMatching.js';
import { useDoing } from './useDoing.js';
import { useRanges } from './useRanges.js';
import type { Selection } from './useSelection.js';

interface BulkBarProps extends Pick<SelectMatchingProps, 'filters' | 'hasMore'> {
  people: Selection<Member>;
  waiting: Selection<Invitation>;
}

interface BarProps<T extends { id: string }> {
  label: string;
  selection: Selection<T>;
  children: ReactNode;
}

function Bar<T extends { id: string }>({ label, selection, children }: BarProps<T>) {
  const { words } = useDoing();
  const { items, selectable, select } = selection;
  const isAll = items.length >= selectable.length;
  const bar = useRef<HTMLDivElement>(null);
  useRanges(bar, selection);
  return (
    <div ref={bar} className="gh-toolbar gh-bulk" role="group" aria-label={label}>
      <input
        type="checkbox"
        className="gh-checkbox gh-row-checkbox"
        aria-label={words('selectAll')}
        checked={isAll}
        ref={(input) => {
          if (input) input.indeterminate = !isAll;
        }}
        onChange={() => select(isAll ? [] : selectable)}
      />
      <span className="gh-bulk-count" role="status">
        {label}
      </span>
      {children}
      <Button variant="ghost" className="gh-bulk-clear" onClick={() => select([])} aria-keyshortcuts="Escape">
        {words('clearSelection')} <kbd aria-hidden="true">{words('clearSelectionKey')}</kbd>
      </Button>
    </div>
  );
}

function PeopleBar({ people, ...matching }: Omit<BulkBarProps, 'waiting'>) {
  const doing = useDoing();
  const { words, roles, workspace, operations, ask } = doing;
  const label = words('changeRole');
  return (
    <Bar label={words('peopleSelected', { count: people.items.length })} selection={people}>
      {operations.updateRoles ? (
        <span className="gh-positioned">
          <MenuButton
            variant="surface"
            className="gh-select"
            data-look="framed"
            align="start"
            label={label}
            name={null}
            entries={() => [
              choice({
                label,
                value: null,
                options: roleOptions(workspace.viewer.assignableRoles, roles),
                onChoose: (role) => ask({ kind: 'bulk', members: people.items, role }),
              }),
            ]}
          >
            {label}
          </MenuButton>
        </span>
      ) : null}
      {operations.remove ? (
        <Button variant="surface" destructive onClick={() => ask({ kind: 'bulk', members: people.items, role: null })}>
          {words('removeSelected')}
        </Button>
      ) : null}
      <SelectMatching people={people} {...matching} />
    </Bar>
  );
}

function WaitingBar({ waiting }: Pick<BulkBarProps, 'waiting'>) {
  const doing = useDoing();
  const { words, operations, ask } = doing;
  const resendAll = () => {
    void resend(doing, waiting.items);
    waiting.select([]);
  };
  return (
    <Bar label={words('invitationsSelected', { count: waiting.items.length })} selection={waiting}>
      {operations.resend ? (
        <Button variant="surface" onClick={resendAll}>
          {words('resend')}
        </Button>
      ) : null}
      {operations.revoke ? (
        <Button variant="surface" destructive onClick={() => ask({ kind: 'revoke', invitations: waiting.items })}>
          {words('revokeSelected')}
        </Button>
      ) : null}
    </Bar>
  );
}

/** What can be done with several rows, in the toolbar's place while some are selected. Loaded on demand. */
export function BulkBar({ people, waiting, ...matching }: BulkBarProps) {
  return people.items.length > 0 ? <PeopleBar people={people} {...matching} /> : <WaitingBar waiting={waiting} />;
}

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { MemberSort } from '../../contract/index.js';
import type { Words } from './context.js';
import type { Filters } from './types.js';

interface SortHeadProps {
  /** What the column sorts by, or null where it does not. */
  by: 'name' | 'role' | 'joinedAt' | null;
  label: React.ReactNode;
  /** What pressing it does, in words. */
  action: string;
  sort: MemberSort;
  sorts: readonly MemberSort[];
  onSort: (sort: MemberSort) => void;
}

const DIRECTIONS = { ascending: ArrowUp, descending: ArrowDown };

/** The head of a column, which sorts by it where the adapter can: pressed again, the other way round. */
export function SortHead({ by, label, action, sort, sorts, onSort }: SortHeadProps) {
  const canSort = by !== null && sorts.includes(by) && sorts.includes(`-${by}`);
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : null;
  const Arrow = direction === null ? null : DIRECTIONS[direction];
  return (
    <div role="columnheader" className="gh-head" aria-sort={canSort ? (direction ?? 'none') : undefined}>
      {canSort ? (
        <button
          type="button"
          className="gh-head-button"
          title={action}
          onClick={() => onSort(direction === 'ascending' ? `-${by}` : by)}
        >
          {label}
          {Arrow ? <Arrow aria-hidden="true" /> : null}
        </button>
      ) : (
        label
      )}
    </div>
  );
}

/** A group's label with its count, as the head of its first column. */
export function GroupLabel({ name, count }: { name: string; count: string | null }) {
  return (
    <>
      <span className="gh-group-name">{name}</span>
      {count === null ? null : <span className="gh-group-count">{count}</span>}
    </>
  );
}

export interface MembersHeadProps {
  t: Words;
  count: string | null;
  sort: Filters['sort'];
  sorts: readonly Filters['sort'][];
  onSort: (sort: Filters['sort']) => void;
}

/** The heads of the members' columns; also while they load. */
export function MembersHead({ t, count, ...sorting }: MembersHeadProps) {
  return (
    <div role="rowgroup">
      <div role="row" className="gh-group-head gh-grid" aria-rowindex={1}>
        <SortHead
          by="name"
          action={t('sortByName')}
          label={<GroupLabel name={t('title')} count={count} />}
          {...sorting}
        />
        <SortHead by="role" action={t('sortByRole')} label={t('role')} {...sorting} />
        <SortHead by="joinedAt" action={t('sortByJoined')} label={t('joined')} {...sorting} />
        <div role="columnheader" className="gh-head">
          <span className="gh-visually-hidden">{t('actions')}</span>
        </div>
      </div>
    </div>
  );
}

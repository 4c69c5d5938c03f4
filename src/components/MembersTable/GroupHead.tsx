import { ArrowDown, ArrowUp } from 'lucide-react';
import type { MemberSort } from '../../contract/index.js';

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

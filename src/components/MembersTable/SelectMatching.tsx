import type { Member } from '../../contract/index.js';
import { Button } from '../../ui/index.js';
import { isViewer } from './isViewer.js';
import type { Filters } from './types.js';
import { useCollecting } from './useCollecting.js';
import { useDoing } from './useDoing.js';
import type { Selection } from './useSelection.js';

export interface SelectMatchingProps {
  people: Selection<Member>;
  filters: Filters;
  /** Whether there are members who are not loaded. */
  hasMore: boolean;
}

/** Selects all that match, also those who are not loaded, once all that are loaded are selected. */
export function SelectMatching({ people, filters, hasMore }: SelectMatchingProps) {
  const { words, workspace, explain, format } = useDoing();
  const { canRead, reading, error, read, stop } = useCollecting(filters);
  const { items, selectable, select } = people;
  const isOffered = canRead && hasMore && items.length === selectable.length;
  if (reading === null && !isOffered) return null;
  const selectAll = (members: readonly Member[]) => {
    const loaded = new Set(selectable.map(({ id }) => id));
    select(
      selectable,
      members.filter((member) => !loaded.has(member.id) && !isViewer(workspace.viewer, member)),
    );
  };
  return (
    <>
      {reading === null ? (
        <Button variant="ghost" onClick={() => void read(selectAll)}>
          {words('selectMatching')}
        </Button>
      ) : (
        <Button variant="ghost" onClick={stop}>
          {words('stopReading', { done: format.number(reading.done) })}
        </Button>
      )}
      {error === null ? null : <span role="alert">{words('notAllSelected', { reason: explain(error) })}</span>}
    </>
  );
}

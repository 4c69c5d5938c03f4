/** What is selected after a click with Shift: everything between `from` and `to` is as `to` becomes. */
export function selectRange(
  order: readonly string[],
  selected: ReadonlySet<string>,
  from: string,
  to: string,
): Set<string> {
  const ends = [from, to].map((id) => order.indexOf(id)).toSorted((a, b) => a - b);
  const [first = -1, last = -1] = ends;
  const reached = first < 0 ? [to] : order.slice(first, last + 1);
  const after = new Set(selected);
  for (const id of reached) {
    if (selected.has(to)) after.delete(id);
    else after.add(id);
  }
  return after;
}

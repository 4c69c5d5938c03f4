/** Pixels, from `least` on, as uneven as names are. */
const widthOf = (row: number, least: number) => least + ((row * 37) % 52);

export interface SkeletonRowsProps {
  /** @default 11 */
  count?: number | undefined;
  /** Beside the first, each as wide as its column. @default 2 */
  columns?: number | undefined;
  /** Whether they fade from the seventh, as where the end is not known. @default true */
  fades?: boolean | undefined;
}

/** Rows that are on their way, at their final height, with varied widths. Nothing to assistive technology. */
export function SkeletonRows({ count = 11, columns = 2, fades = true }: SkeletonRowsProps) {
  return (
    <div className="gh-skeleton-rows" aria-hidden="true">
      {Array.from({ length: count }, (_, row) => (
        <div
          key={row}
          className="gh-skeleton-row"
          style={fades && row > 5 ? { opacity: Math.max(0.2, 1 - (row - 5) * 0.15) } : {}}
        >
          <span className="gh-avatar" />
          <span className="gh-skeleton-words">
            <span style={{ inlineSize: widthOf(row, 88) }} />
            <span style={{ inlineSize: widthOf(row + 1, 144) }} />
          </span>
          {Array.from({ length: columns }, (_column, column) => (
            <span key={column} className="gh-skeleton-cell" />
          ))}
        </div>
      ))}
    </div>
  );
}

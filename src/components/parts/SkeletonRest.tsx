/** A line that is on its way. `width`: pixels, or a share of its place. */
export const SkeletonLine = ({ width }: { width: number | string }) => (
  <span className="gh-skeleton-line" style={{ inlineSize: width }} />
);

export interface SkeletonRestProps {
  /** Which section it stands in: how high a piece is comes from the stylesheet. */
  kind: 'plan' | 'bill' | 'methods' | 'readers' | 'details' | 'features';
  /** How many there are. */
  pieces: number;
}

/** What stands below a section's heading while it is on its way. Nothing to assistive technology. */
export const SkeletonRest = ({ kind, pieces }: SkeletonRestProps) =>
  Array.from({ length: pieces }, (_, piece) => (
    <div key={piece} className="gh-skeleton-rest" data-kind={kind} aria-hidden="true">
      <SkeletonLine width={piece % 2 === 0 ? '48%' : '36%'} />
    </div>
  ));

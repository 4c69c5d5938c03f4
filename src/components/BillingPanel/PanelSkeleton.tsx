import { SkeletonLine, SkeletonRest } from '../parts/SkeletonRest.js';
import type { SkeletonRestProps } from '../parts/SkeletonRest.js';

interface PieceProps {
  /** Pixels: the heading's. */
  heading: number;
  /** Pixels: that of the line below it. @default no such line */
  line?: number | undefined;
  /** Pixels: that of the button. @default no button */
  button?: number | undefined;
  kind: SkeletonRestProps['kind'];
  /** How many pieces that is. @default 1 */
  pieces?: number | undefined;
}

/** One section, laid out as those that come are. */
function Piece({ kind, heading, line, button, pieces = 1 }: PieceProps) {
  return (
    <div className="gh-section" data-actions={kind === 'plan' ? 'last' : 'heading'}>
      <div className="gh-section-header">
        <div className="gh-section-words">
          <div className="gh-section-line">
            <SkeletonLine width={heading} />
          </div>
          {line === undefined ? null : (
            <div className="gh-section-description">
              <SkeletonLine width={line} />
            </div>
          )}
        </div>
        {button === undefined ? null : (
          <div className="gh-section-actions">
            <span className="gh-skeleton-button" style={{ inlineSize: button }} />
          </div>
        )}
      </div>
      <SkeletonRest kind={kind} pieces={pieces} />
    </div>
  );
}

/** What stands there while the account is on its way: its first sections, each where it will be. */
export function PanelSkeleton() {
  return (
    <div className="gh-billing-skeleton" aria-hidden="true">
      <Piece kind="plan" heading={96} line={232} button={104} />
      <Piece kind="bill" heading={72} />
      <Piece kind="methods" heading={136} button={56} pieces={2} />
      <Piece kind="readers" heading={120} line={320} button={56} />
    </div>
  );
}

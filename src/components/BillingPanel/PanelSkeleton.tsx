interface PieceProps {
  /** Pixels: the heading's. */
  heading: number;
  /** Pixels: that of the line below it. @default no such line */
  line?: number | undefined;
  /** Pixels: that of the button. @default no button */
  button?: number | undefined;
  /** Pixels: how high what stands below all that is. */
  rest: number;
  /** How many pieces that is. @default 1 */
  pieces?: number | undefined;
}

const Cell = ({ width }: { width: number | string }) => (
  <span className="gh-skeleton-cell" style={{ inlineSize: width }} />
);

/** One section, laid out as those that come are. */
function Piece({ heading, line, button, rest, pieces = 1 }: PieceProps) {
  return (
    <div className="gh-section">
      <div className="gh-section-header">
        <div className="gh-section-words">
          <div className="gh-section-line">
            <Cell width={heading} />
          </div>
          {line === undefined ? null : (
            <div className="gh-section-description">
              <Cell width={line} />
            </div>
          )}
        </div>
        {button === undefined ? null : (
          <div className="gh-section-actions">
            <span className="gh-skeleton-button" style={{ inlineSize: button }} />
          </div>
        )}
      </div>
      {Array.from({ length: pieces }, (_, index) => (
        <div key={index} className="gh-skeleton-rest" style={{ blockSize: rest }}>
          <Cell width={index === 0 ? '48%' : '36%'} />
        </div>
      ))}
    </div>
  );
}

/** What stands there while the account is on its way: its first sections, each where it will be. */
export function PanelSkeleton() {
  return (
    <div className="gh-billing-skeleton" aria-hidden="true">
      <Piece heading={96} line={232} button={104} rest={72} />
      <Piece heading={72} rest={30} />
      <Piece heading={136} button={56} rest={48} pieces={2} />
      <Piece heading={120} line={320} button={56} rest={44} />
    </div>
  );
}

/** What stands there while the account is on its way: its sections, at their final height. */
export function PanelSkeleton() {
  return (
    <div className="gh-billing-skeleton" aria-hidden="true">
      {[112, 96, 140, 128].map((width) => (
        <div key={width} className="gh-section">
          <span className="gh-skeleton-cell" style={{ inlineSize: width }} />
          <span className="gh-skeleton-cell" style={{ inlineSize: width * 2 }} />
        </div>
      ))}
    </div>
  );
}

const SECTIONS = ['transfer', 'leave', 'delete'];

/** Stands for the general settings while they are on their way, in their shape, so that nothing jumps when they come. */
export function GeneralSkeleton() {
  return (
    <div aria-hidden="true">
      <div className="gh-general-identity">
        <div className="gh-general-picture">
          <span className="gh-avatar" data-kind="workspace" style={{ ['--gh-avatar' as string]: '64px' }} />
          <span className="gh-skeleton-cell" style={{ inlineSize: 160, blockSize: 32 }} />
        </div>
        <div className="gh-general-form" style={{ gap: 6 }}>
          <span className="gh-skeleton-cell" style={{ marginBlock: 4 }} />
          <span className="gh-skeleton-cell" style={{ inlineSize: '100%', blockSize: 'var(--gh-control)' }} />
        </div>
      </div>
      {SECTIONS.map((section) => (
        <div key={section} className="gh-general-section">
          <div className="gh-skeleton-words" style={{ gap: 12, paddingBlock: 6 }}>
            <span style={{ inlineSize: 140 }} />
            <span style={{ inlineSize: 240 }} />
          </div>
          <span className="gh-skeleton-cell" style={{ inlineSize: 128, blockSize: 32 }} />
        </div>
      ))}
    </div>
  );
}

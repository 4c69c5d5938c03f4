const SECTIONS = ['transfer', 'leave', 'delete'];
const CONTROL = { blockSize: 'var(--gh-control)' };

/** Stands for the general settings while they are on their way, in their shape, so that nothing jumps when they come. */
export function GeneralSkeleton() {
  return (
    <div aria-hidden="true">
      <div className="gh-general-identity">
        <div className="gh-general-picture">
          <span className="gh-avatar" data-kind="workspace" style={{ ['--gh-avatar' as string]: '64px' }} />
          <div className="gh-skeleton-words" style={{ gap: 10, paddingBlock: '4px 3px' }}>
            <span style={{ inlineSize: 56 }} />
            <span style={{ ...CONTROL, inlineSize: 128 }} />
            <span style={{ inlineSize: 240 }} />
          </div>
        </div>
        <div className="gh-general-form gh-skeleton-words" style={{ gap: 10, paddingBlockStart: 4 }}>
          <span style={{ inlineSize: 56 }} />
          <span style={CONTROL} />
        </div>
      </div>
      {SECTIONS.map((section) => (
        <div key={section} className="gh-general-section">
          <div className="gh-skeleton-words" style={{ gap: 11, paddingBlock: '6px 5px' }}>
            <span style={{ inlineSize: 140 }} />
            <span style={{ inlineSize: 240 }} />
          </div>
          <div className="gh-skeleton-words">
            <span style={{ ...CONTROL, minInlineSize: 128 }} />
          </div>
        </div>
      ))}
    </div>
  );
}

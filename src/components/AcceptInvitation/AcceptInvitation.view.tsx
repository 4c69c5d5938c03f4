import { useEffect, useRef } from 'react';
import { useDelayed, VisuallyHidden } from '../../ui/index.js';
import { Dead, Failed, Full, Member, Settled } from './endings.js';
import type { Screen } from './screenOf.js';
import { Pending, SignedOut, Stranger, Unverified } from './screens.js';
import type { ScreenTools } from './screens.js';

export interface AcceptInvitationViewProps extends ScreenTools {
  screen: Screen;
}

/** What stands in the card, from its head to its last fact. */
const SHAPES = ['image', 'title', 'sentence', 'role', 'holds', 'sees', 'account'];

/** The card at its usual height; what stands for its words shows after 200 ms. */
function Loading({ t }: Pick<ScreenTools, 't'>) {
  const isShown = useDelayed(true, 200);
  return (
    <div className="gh-accept-card" aria-busy="true" data-screen="loading">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <div className="gh-accept-skeleton" aria-hidden="true" style={isShown ? {} : { visibility: 'hidden' }}>
        {SHAPES.map((shape) => (
          <span key={shape} />
        ))}
      </div>
    </div>
  );
}

function ScreenCard({ screen, tools }: { screen: Screen; tools: ScreenTools }) {
  switch (screen.kind) {
    case 'loading':
      return <Loading t={tools.t} />;
    case 'dead':
      return <Dead screen={screen} tools={tools} />;
    case 'failed':
      return <Failed screen={screen} tools={tools} />;
    case 'pending':
      return <Pending screen={screen} tools={tools} />;
    case 'full':
      return <Full screen={screen} tools={tools} />;
    case 'settled':
      return <Settled screen={screen} tools={tools} />;
    case 'signed_out':
      return <SignedOut screen={screen} tools={tools} />;
    case 'stranger':
      return <Stranger screen={screen} tools={tools} />;
    case 'unverified':
      return <Unverified screen={screen} tools={tools} />;
    case 'member':
      return <Member screen={screen} tools={tools} />;
  }
}

/** After something was done here, its result is read out; on arrival the page is read from its beginning. */
function useHeadingFocus(screen: Screen) {
  const page = useRef<HTMLDivElement>(null);
  const kind = screen.kind === 'settled' ? screen.state : screen.kind;
  const before = useRef<string>(kind);
  useEffect(() => {
    const previous = before.current;
    before.current = kind;
    if (previous !== kind && previous !== 'loading') page.current?.querySelector('h1')?.focus();
  }, [kind]);
  return page;
}

/** What an invitation link is about, for whoever opens it, on a card in the middle of the page. */
export function AcceptInvitationView({ screen, ...tools }: AcceptInvitationViewProps) {
  const isOpen = screen.kind === 'pending' || screen.kind === 'signed_out' || screen.kind === 'stranger';
  const page = useHeadingFocus(screen);
  return (
    <div className="gh-root gh-accept">
      <div ref={page} className="gh-accept-page">
        <ScreenCard screen={screen} tools={tools} />
        {isOpen ? <p className="gh-accept-unexpected">{tools.t('unexpected')}</p> : null}
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';

/** A short fact beside a name, in soft gray. */
export function Badge({ children }: { children: ReactNode }) {
  return <span className="gh-badge">{children}</span>;
}

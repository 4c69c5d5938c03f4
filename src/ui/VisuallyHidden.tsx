import type { ReactNode } from 'react';

/** Words for assistive technology alone. */
export function VisuallyHidden({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <span id={id} className="gh-visually-hidden">
      {children}
    </span>
  );
}

import { useId } from 'react';
import type { ReactNode } from 'react';

export interface SectionProps {
  heading: ReactNode;
  /** Beside the heading: a state, such as a dot and a word. @default null */
  aside?: ReactNode;
  /** Below the heading. @default null */
  description?: ReactNode;
  /** At the end of the heading's line: a button or two. @default null */
  actions?: ReactNode;
  /** Where they stand on a phone: `last`, side by side below all else. @default 'heading' */
  actionsOnPhone?: 'heading' | 'last' | undefined;
  /** An empty string for a while after it changed: it is tinted then. @default undefined */
  changed?: '' | undefined;
  /** @default null */
  children?: ReactNode;
}

/**
 * One ruled section of a settings screen: a hairline, a heading whose centre sits 36 px under it, what it holds.
 *
 * @example <Section heading={t('heading')} actions={<Button>…</Button>}>…</Section>
 */
export function Section({
  heading,
  aside = null,
  description = null,
  actions = null,
  actionsOnPhone = 'heading',
  changed,
  children = null,
}: SectionProps) {
  const id = useId();
  return (
    <section className="gh-section" aria-labelledby={id} data-actions={actionsOnPhone} data-changed={changed}>
      <header className="gh-section-header">
        <div className="gh-section-words">
          <div className="gh-section-line">
            <h3 id={id} className="gh-section-heading">
              {heading}
            </h3>
            {aside}
          </div>
          {description === null ? null : <p className="gh-section-description">{description}</p>}
        </div>
        {actions === null ? null : <div className="gh-section-actions">{actions}</div>}
      </header>
      {children}
    </section>
  );
}

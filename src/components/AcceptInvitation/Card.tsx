import { useId } from 'react';
import type { ReactNode } from 'react';
import { Avatar } from '../../ui/index.js';

/** One fact about the invitation. */
export interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
}

interface CardProps {
  /** Which screen it is, as a `data-screen` state. */
  kind: string;
  /** Whose picture stands on top. @default nobody's */
  workspace?: { readonly name: string; readonly imageUrl?: string | null } | undefined;
  title: string;
  /** @default nothing */
  text?: ReactNode;
  /** @default [] */
  facts?: readonly Fact[] | undefined;
  /** Below the buttons. @default nothing */
  footnote?: ReactNode;
  /** The buttons, from the top down. @default nothing */
  children?: ReactNode;
}

/** A card with a heading, facts and buttons below each other. */
export function Card({ kind, workspace, title, text, facts = [], footnote, children }: CardProps) {
  const id = useId();
  return (
    <section className="gh-accept-card" aria-labelledby={id} data-screen={kind}>
      {workspace ? (
        <Avatar kind="workspace" size={48} id={workspace.name} name={workspace.name} imageUrl={workspace.imageUrl} />
      ) : null}
      <h1 id={id} className="gh-accept-title" tabIndex={-1}>
        {title}
      </h1>
      {text ? <p className="gh-accept-text">{text}</p> : null}
      {facts.length > 0 ? (
        <dl className="gh-accept-facts">
          {facts.map(({ key, label, value }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {children ? <div className="gh-accept-buttons">{children}</div> : null}
      {footnote ? <p className="gh-accept-footnote">{footnote}</p> : null}
    </section>
  );
}

import type { AnchorHTMLAttributes, ComponentType, ReactNode, RefAttributes } from 'react';

/** Who or what an avatar stands for. */
export interface AvatarOverrideProps {
  /** The id of a person or a workspace: what a tint may follow, so that somebody keeps theirs when they are renamed. */
  id: string;
  /** As it stands beside the avatar; an e-mail address where no name is known. */
  name: string;
  /** An address of a picture; null where there is none. */
  imageUrl: string | null;
  kind: 'person' | 'workspace';
}

/** What an `<a>` of the host's app would have, `href` always among it. */
export interface LinkOverrideProps extends AnchorHTMLAttributes<HTMLAnchorElement>, RefAttributes<HTMLAnchorElement> {
  href: string;
}

/** What a list says where it has nothing to show. */
export interface EmptyStateOverrideProps {
  /** An icon, 24 by 24 unless its stylesheet says otherwise. Nothing to assistive technology. */
  icon: ReactNode;
  title: ReactNode;
  /** What it would hold, or what was searched; null where the title says all. */
  children: ReactNode;
  /** Buttons, the first of which leads on; null where there is nothing to do. */
  actions: ReactNode;
}

/**
 * Your components in the place of Guildhall's own. Define them outside of rendering: another function is another
 * component to React, which begins anew with it. The object itself may be written inline.
 */
export interface GuildhallComponents {
  /**
   * Fills a box of the right size, which is hidden from assistive technology, since the name stands beside it.
   *
   * @default a picture, or initials on a soft tint
   */
  Avatar?: ComponentType<AvatarOverrideProps> | undefined;
  /**
   * Your router's link, for what leads through your app: items by the `href` of their kind, sections of the settings. Pass on
   * all props, `onClick` too: it prevents the default where Guildhall has done what the press asks for. What leads out of
   * the app (mail, downloads, pages of Stripe) stays an `<a>`.
   *
   * @default an `<a>`
   */
  Link?: ComponentType<LinkOverrideProps> | undefined;
  /**
   * Where a list is empty, and where nothing matches a search. Whatever has failed is never said through it.
   *
   * @default a circle with the icon, and the words beside it
   */
  EmptyState?: ComponentType<EmptyStateOverrideProps> | undefined;
}

import type { ReactNode } from 'react';
import type { Entity } from '../contract/index.js';
import type { PluralMessage } from '../i18n/index.js';

/**
 * What a host calls one kind of what its workspaces hold.
 *
 * @example
 * const entityKinds: EntityKindWords[] = [
 *   {
 *     kind: 'chat',
 *     label: 'Chats',
 *     counted: { one: '{count} chat', other: '{count} chats' },
 *     icon: <MessageSquare />,
 *     href: (chat) => `/chats/${chat.id}`,
 *   },
 *   { kind: 'assistant', label: 'Assistants', counted: { one: '{count} assistant', other: '{count} assistants' } },
 * ];
 */
export interface EntityKindWords {
  /** As it is registered at the server. */
  readonly kind: string;
  /** All of them, as a heading: "Chats". */
  readonly label: string;
  /** So many of them, within a sentence: a form for each plural category that the language has. */
  readonly counted: PluralMessage;
  /** 16 pixels; for who sees it. @default none */
  readonly icon?: ReactNode;
  /** Where one of them is shown in your app; undefined for one that is nowhere. @default the entity's own `url` */
  readonly href?: ((entity: Entity) => string | undefined) | undefined;
}

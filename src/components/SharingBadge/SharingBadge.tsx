'use client';
import { Globe, Lock } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { Sharing } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { classNames } from '../../ui/index.js';
import { sharingMessages } from './SharingBadge.messages.js';

const ICONS = { private: Lock, public: Globe };

export interface SharingBadgeProps {
  sharing: Sharing;
  /** Other words. @default {} */
  messages?: MessageOverrides<(typeof sharingMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/**
 * Who can open something beside the workspace, in words; what that means in full is its tooltip. For rows of your own too.
 *
 * @example <SharingBadge sharing={chat.sharing} />
 */
export function SharingBadge({ sharing, messages, className, style }: SharingBadgeProps) {
  const t = useMessages(sharingMessages, messages);
  const Icon = ICONS[sharing];
  return (
    <span
      className={classNames('gh-sharing', className)}
      style={style}
      data-sharing={sharing}
      title={t(`${sharing}Hint`)}
    >
      <Icon aria-hidden="true" />
      <span>{t(sharing)}</span>
    </span>
  );
}

import { X } from 'lucide-react';
import type { Member } from '../../contract/index.js';
import { Avatar, IconButton } from '../../ui/index.js';
import type { ContactWords } from './types.js';

export interface ContactChipProps {
  member: Member;
  isViewer: boolean;
  t: ContactWords;
  /** Absent where this viewer cannot, or where they are an owner: owners see billing whatever they are called. */
  onRemove?: (() => void) | undefined;
}

/** Somebody who sees billing. */
export function ContactChip({ member, isViewer, t, onRemove }: ContactChipProps) {
  const { name } = member;
  return (
    <li className="gh-contact">
      <Avatar id={member.userId} name={name} imageUrl={member.imageUrl} />
      <span className="gh-contact-name">
        <bdi>{name}</bdi>
        <small>
          {t(member.role === 'owner' ? 'owner' : 'contact')}
          {isViewer ? `, ${t('you')}` : ''}
        </small>
      </span>
      {onRemove ? (
        <IconButton size="small" label={t('remove', { name })} onClick={onRemove}>
          <X aria-hidden="true" />
        </IconButton>
      ) : null}
    </li>
  );
}

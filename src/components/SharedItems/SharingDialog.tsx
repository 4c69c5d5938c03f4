import { Globe, Undo2, Users } from 'lucide-react';
import type { Sharing } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import { itemActionMessages } from './sharing.messages.js';

interface SharingDialogProps {
  title: string;
  workspace: string;
  /** What it shall be. */
  sharing: Sharing;
  overrides: MessageOverrides | undefined;
  onConfirm: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Says before it is changed who will be able to open an item, and who will not. Loaded on demand. */
export function SharingDialog({ title, workspace, sharing, overrides, ...dialog }: SharingDialogProps) {
  const t = useMessages(itemActionMessages, overrides);
  const stays = { key: 'stays', icon: <Users />, sentence: t(`${sharing}Stays`, { workspace }) };
  if (sharing === 'private') {
    return (
      <ConfirmDialog
        {...dialog}
        destructive={false}
        title={t('privateTitle', { title, workspace })}
        lead={t('privateLead', { workspace })}
        consequences={[stays]}
        keepLabel={t('keepPublic')}
        confirmLabel={t('confirmPrivate')}
      />
    );
  }
  return (
    <ConfirmDialog
      {...dialog}
      destructive={false}
      title={t('publicTitle', { title })}
      consequences={[
        { key: 'lead', icon: <Globe />, sentence: t('publicLead', { workspace }) },
        stays,
        { key: 'undo', icon: <Undo2 />, sentence: t('publicUndo') },
      ]}
      keepLabel={t('keepPrivate')}
      confirmLabel={t('confirmPublic')}
    />
  );
}

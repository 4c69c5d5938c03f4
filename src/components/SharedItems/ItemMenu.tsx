import { refuseSharing } from '../../contract/index.js';
import type { Entity, Sharing, Viewer } from '../../contract/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { copyText } from '../../ui/index.js';
import type { MenuEntry, MenuPanel } from '../../ui/index.js';
import { MenuContent } from '../../ui/MenuContent.js';
import { errorOf } from '../MembersTable/refusals.js';
import { itemActionMessages } from './sharing.messages.js';

/** What can be done with items, by this viewer. */
export interface ItemDeeds {
  readonly viewer: Viewer | undefined;
  readonly onOpen: ((entity: Entity) => void) | undefined;
  /** Asks before it is changed; undefined where it cannot be. */
  readonly onAskSharing: ((entity: Entity, sharing: Sharing) => void) | undefined;
  readonly onFilterBy: (creatorId: string) => void;
  readonly overrides: MessageOverrides | undefined;
}

interface ItemMenuProps extends MenuPanel {
  entity: Entity;
  title: string;
  href: string | undefined;
  deeds: ItemDeeds;
}

/** The menu of an item: what can be done, and why not what cannot. Loaded on demand. */
export function ItemMenu(props: ItemMenuProps) {
  const { entity, title, href, deeds, ...panel } = props;
  const { viewer, onOpen, onAskSharing, onFilterBy, overrides } = deeds;
  const t = useMessages(itemActionMessages, overrides);
  const explain = useExplain();
  const entries: MenuEntry[] = [];
  if (onOpen || href !== undefined) {
    const onSelect = () => (onOpen ? onOpen(entity) : window.location.assign(href ?? ''));
    entries.push({ kind: 'action', label: t('open'), onSelect });
  }
  if (href !== undefined) {
    const url = () => new URL(href, window.location.href).href;
    entries.push({ kind: 'action', label: t('copyLink'), onSelect: () => void copyText(url()).catch(() => undefined) });
  }
  const { creator } = entity;
  if (creator) {
    const onSelect = () => onFilterBy(creator.userId);
    entries.push({ kind: 'action', label: t('onlyBy', { name: creator.name }), onSelect });
  }
  if (onAskSharing && viewer) {
    const refusal = refuseSharing(viewer, creator?.userId ?? null);
    const next: Sharing = entity.sharing === 'public' ? 'private' : 'public';
    if (entries.length > 0) entries.push({ kind: 'separator' });
    entries.push({
      kind: 'action',
      label: t(next === 'public' ? 'makePublic' : 'makePrivate'),
      reason: refusal && explain(errorOf(refusal)),
      onSelect: () => onAskSharing(entity, next),
    });
  }
  return <MenuContent {...panel} label={title} entries={entries} />;
}

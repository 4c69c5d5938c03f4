import { Ellipsis, UserRound } from 'lucide-react';
import { memo } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import type { Entity } from '../../contract/index.js';
import type { Format } from '../../i18n/index.js';
import { Avatar, Link, MenuTrigger, onDemand } from '../../ui/index.js';
import type { KindWords } from '../parts/useKindWords.js';
import { shortName } from '../MembersTable/names.js';
import { SharingBadge } from '../SharingBadge/SharingBadge.js';
import type { ItemDeeds } from './ItemMenu.js';
import type { ItemWords } from './SharedItems.messages.js';
import { whenOf } from './whenOf.js';

const ItemMenu = onDemand(() => import('./ItemMenu.js').then((module) => module.ItemMenu));

/** What all rows share. */
export interface RowTools {
  readonly deeds: ItemDeeds;
  readonly t: ItemWords;
  readonly words: KindWords;
  readonly format: Format;
  readonly locale: string;
  /** Now, in milliseconds, of this minute. */
  readonly now: number;
  readonly memberIds: ReadonlySet<string> | null;
}

interface ItemRowProps {
  entity: Entity;
  index: number;
  top: CSSProperties['insetBlockStart'];
  /** Whether the Tab key stops here. */
  isStop: boolean;
  /** What has just become of it. */
  news: string | undefined;
  tools: RowTools;
}

/** A press that is meant for this page, and not for a new tab. */
const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

function Title({ entity, title, isStop, tools }: { entity: Entity; title: string; isStop: boolean; tools: RowTools }) {
  const { onOpen } = tools.deeds;
  const href = tools.words.hrefOf(entity);
  const shared = { className: 'gh-item-title', title, tabIndex: isStop ? 0 : -1, 'data-control': '' };
  const words = <bdi data-untitled={entity.title.trim() === '' ? '' : undefined}>{title}</bdi>;
  if (href !== undefined) {
    const open = (event: MouseEvent) => {
      if (onOpen === undefined || event.defaultPrevented || !isPlain(event)) return;
      event.preventDefault();
      onOpen(entity);
    };
    return (
      <Link {...shared} href={href} onClick={open}>
        {words}
      </Link>
    );
  }
  return onOpen ? (
    <button {...shared} type="button" onClick={() => onOpen(entity)}>
      {words}
    </button>
  ) : (
    <span {...shared}>{words}</span>
  );
}

function Creator({ entity: { creator }, tools }: { entity: Entity; tools: RowTools }) {
  const { t, memberIds } = tools;
  const name = creator === null ? t('someone') : creator.name || t('someoneWhoLeft');
  const hasLeft = creator !== null && memberIds !== null && !memberIds.has(creator.userId);
  return (
    <div
      role="gridcell"
      className="gh-item-creator"
      title={hasLeft && creator.name ? `${name} (${t('someoneWhoLeft')})` : name}
    >
      {creator === null ? (
        <span className="gh-circle" aria-hidden="true">
          <UserRound />
        </span>
      ) : (
        <Avatar id={creator.userId} name={name} imageUrl={creator.imageUrl} />
      )}
      <bdi>{creator?.name ? shortName(name) : name}</bdi>
    </div>
  );
}

/** One item. */
export const ItemRow = memo(function ItemRow({ entity, index, top, isStop, news, tools }: ItemRowProps) {
  const { t, words, format, locale, now, deeds } = tools;
  const title = words.titleOf(entity);
  return (
    <div
      role="row"
      className="gh-row gh-item"
      aria-rowindex={index + 2}
      data-key={entity.id}
      data-changed={news === undefined ? undefined : ''}
      style={{ insetBlockStart: top }}
    >
      <div role="rowheader" className="gh-item-name">
        <Title entity={entity} title={title} isStop={isStop} tools={tools} />
        {news === undefined ? null : <span className="gh-item-news">{news}</span>}
      </div>
      <Creator entity={entity} tools={tools} />
      <div role="gridcell" className="gh-item-when">
        <time dateTime={entity.updatedAt} title={format.moment(entity.updatedAt)}>
          {whenOf(entity.updatedAt, now, t, format, locale)}
        </time>
      </div>
      <div role="gridcell" className="gh-item-sharing">
        <SharingBadge sharing={entity.sharing} />
      </div>
      <div role="gridcell" className="gh-item-menu">
        <MenuTrigger
          variant="ghost"
          className="gh-icon-button"
          label={t('actionsFor', { title })}
          title={t('actionsFor', { title })}
          tabIndex={isStop ? 0 : -1}
          data-control=""
          preload={ItemMenu.preload}
          renderMenu={(panel) => (
            <ItemMenu {...panel} entity={entity} title={title} href={words.hrefOf(entity)} deeds={deeds} />
          )}
        >
          <Ellipsis aria-hidden="true" />
        </MenuTrigger>
      </div>
    </div>
  );
});

import { useId, useMemo, useRef } from 'react';
import type { CSSProperties } from 'react';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import type { MessageOverrides } from '../../i18n/index.js';
import { useGuildhall } from '../../provider/context.js';
import {
  Button,
  classNames,
  Freshness,
  Notice,
  onDemand,
  SkeletonRows,
  useAnnouncer,
  useDelayed,
} from '../../ui/index.js';
import { useKindWords } from '../parts/useKindWords.js';
import { ScreenDescription } from '../parts/ScreenDescription.js';
import type { RowTools } from './ItemRow.js';
import { ItemsHead, ItemsTable } from './ItemsTable.js';
import { KindTabs } from './KindTabs.js';
import { Empty, Failed } from './Nothing.js';
import type { itemActionMessages } from './sharing.messages.js';
import { sharedItemsMessages } from './SharedItems.messages.js';
import { Toolbar } from './Toolbar.js';
import type { SharedItemsViewProps } from './types.js';
import { useItemNews } from './useItemNews.js';
import { useMinute } from './useMinute.js';
import { useSharing } from './useSharing.js';

const SharingDialog = onDemand(() => import('./SharingDialog.js').then((module) => module.SharingDialog));

/** What the list takes beside its data. */
export interface SharedItemsLookProps {
  /** Other words, by key. @default {} */
  messages?:
    | MessageOverrides<(typeof sharedItemsMessages)['messages'] & (typeof itemActionMessages)['messages']>
    | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

/** What stands where the rows are to be, from one kind's point of view. */
type Standing = 'rows' | 'empty' | 'failed' | 'loading';

function standingOf({ counts, countsError, kind, list, viewer }: SharedItemsViewProps): Standing {
  if (counts === undefined) return countsError === null ? 'loading' : 'failed';
  if (kind === null) return 'empty';
  if (list.status === 'failed') return 'failed';
  if (list.status === 'loading' || viewer === undefined) return 'loading';
  return list.items.length > 0 || !list.isCurrent ? 'rows' : 'empty';
}

/** Room for what stands above the rows, until it is known which kinds there are: nothing jumps when they come. */
const ROOM_FOR_TABS = (
  <div className="gh-items-tabs" aria-hidden="true">
    <span className="gh-items-tab" />
  </div>
);
const ROOM_FOR_TOOLS = (
  <div className="gh-items-toolbar" aria-hidden="true">
    <span className="gh-items-room" />
  </div>
);

/**
 * What a workspace holds, from props alone. Words and language come from the provider.
 *
 * @example <SharedItemsView counts={counts} kind="chat" list={list} … />
 */
export function SharedItemsView(props: SharedItemsViewProps & SharedItemsLookProps) {
  const { workspaceName, viewer, counts, kind, list, filters, onFilter, onOpen, memberIds, setSharing } = props;
  const t = useMessages(sharedItemsMessages, props.messages);
  const explain = useExplain();
  const words = useKindWords();
  const { format, direction, locale } = useGuildhall();
  const root = useRef<HTMLElement>(null);
  const panelId = useId();
  const now = useMinute();
  const { announce, region } = useAnnouncer();

  const count = counts?.find((one) => one.kind === kind);
  const isSearchable = count?.count !== 0 && count?.count !== null;
  const listKey = JSON.stringify([kind, filters.search.trim(), filters.creatorId]);
  const standing = standingOf(props);
  const isKnown = standing === 'rows' && list.isCurrent;
  const news = useItemNews(list.items, isKnown ? listKey : null, { t, words, announce });
  const sharing = useSharing(setSharing, { t, words, explain, announce });
  const onAskSharing = count?.canBePublic ? sharing.ask : undefined;
  const overrides: MessageOverrides | undefined = props.messages;
  const tools = useMemo<RowTools>(() => {
    const onFilterBy = (creatorId: string) => onFilter({ creatorId });
    const deeds = { viewer, onOpen, onAskSharing, onFilterBy, overrides };
    return { t, words, format, locale, now, memberIds, deeds };
  }, [t, words, format, locale, now, memberIds, viewer, onOpen, onAskSharing, onFilter, overrides]);

  const showsSkeleton = useDelayed(standing === 'loading', 200);
  const label = kind === null ? null : words.labelOf(kind);
  const isUnknown = counts === undefined && standing === 'loading';
  const hasTabs = counts !== undefined && counts.length > 1;
  const isOutdated = standing === 'rows' && list.error !== null && !list.moreFailed;
  const ofTab = hasTabs && kind !== null ? { role: 'tabpanel', 'aria-labelledby': `${panelId}-${kind}` } : {};
  return (
    <section
      ref={root}
      className={classNames('gh-root gh-items', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-label={t('title')}
      tabIndex={-1}
    >
      <div className="gh-items-inner">
        <h2 className="gh-title">{t('title')}</h2>
        <ScreenDescription workspaceName={workspaceName} of={(name) => t('description', { workspace: name })} />
        {hasTabs ? (
          <KindTabs t={t} words={words} counts={counts} kind={kind} onKind={props.onKind} panelId={panelId} />
        ) : null}
        {isUnknown ? ROOM_FOR_TABS : null}
        <div id={panelId} {...ofTab} className="gh-items-panel">
          {isUnknown ? ROOM_FOR_TOOLS : null}
          {kind !== null && isSearchable ? <Toolbar {...props} t={t} words={words} count={count} /> : null}
          <Freshness
            offline={props.isOffline ? t('offline') : null}
            outdated={isOutdated ? t('outdated', { reason: explain(list.error) }) : null}
            retryLabel={t('retry')}
            onRetry={list.retry}
          />
          {sharing.problem === null ? null : (
            <Notice
              tone="error"
              actions={
                <Button size="small" onClick={sharing.forget}>
                  {t('dismiss')}
                </Button>
              }
            >
              {sharing.problem}
            </Notice>
          )}
          {standing === 'rows' && label !== null ? (
            <ItemsTable label={label} list={list} listKey={listKey} news={news} tools={tools} />
          ) : null}
          {standing === 'empty' ? <Empty {...props} t={t} words={words} count={count} /> : null}
          {standing === 'failed' ? (
            <Failed
              t={t}
              label={counts === undefined ? null : label}
              error={counts === undefined ? props.countsError : list.error}
              explain={explain}
              isRetrying={list.isFetching}
              onRetry={counts === undefined ? props.onRetryCounts : list.retry}
            />
          ) : null}
          {showsSkeleton ? (
            <div role="grid" aria-label={label ?? t('title')} aria-busy="true">
              <ItemsHead t={t} />
              <SkeletonRows columns={3} />
            </div>
          ) : null}
        </div>
        {region}
      </div>
      {sharing.question ? (
        <SharingDialog
          title={words.titleOf(sharing.question.entity)}
          workspace={workspaceName ?? ''}
          sharing={sharing.question.sharing}
          overrides={overrides}
          onConfirm={sharing.confirm}
          onClose={sharing.close}
          returnFocus={() => sharing.opener() ?? root.current}
        />
      ) : null}
    </section>
  );
}

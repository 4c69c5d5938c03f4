import { History, Lock, UserRound } from 'lucide-react';
import { useMemo } from 'react';
import type { CSSProperties } from 'react';
import type { ActivityEntry } from '../../contract/index.js';
import type { Format, MessageOverrides } from '../../i18n/index.js';
import { useExplain, useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import {
  Avatar,
  Button,
  classNames,
  EmptyState,
  ListError,
  RetryNotice,
  RowMessage,
  useDelayed,
  useInView,
} from '../../ui/index.js';
import { useKindWords } from '../parts/useKindWords.js';
import { ScreenDescription } from '../parts/ScreenDescription.js';
import { activityLogMessages } from './ActivityLog.messages.js';
import { kindOf, sentenceOf } from './sentence.js';
import type { Words } from './sentence.js';

/** What the log takes beside its data. */
export interface ActivityLogLookProps {
  /** Other words, by key. @default {} */
  messages?: MessageOverrides<(typeof activityLogMessages)['messages']> | undefined;
  className?: string | undefined;
  style?: CSSProperties | undefined;
}

export interface ActivityLogViewProps extends ActivityLogLookProps {
  /** Undefined while it is not known. */
  workspaceName: string | undefined;
  /** Newest first; undefined while they are not known. */
  entries: readonly ActivityEntry[] | undefined;
  /** What went wrong, at first or since. */
  error: unknown;
  isRetrying: boolean;
  onRetry: () => void;
  hasMore: boolean;
  isLoadingMore: boolean;
  moreFailed: boolean;
  onMore: () => void;
  /** Null where the viewer may read it; else who may, as far as they are known. */
  whoToAsk: readonly string[] | null;
}

/** A time in the afternoon, to see how wide times are in the viewer's language. */
const AFTERNOON = '2026-11-26T18:52:00.000Z';

interface Day {
  readonly key: string;
  readonly entries: [ActivityEntry, ...ActivityEntry[]];
}

function byDay(entries: readonly ActivityEntry[], format: Format): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const key = format.date(entry.at);
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, entries: [entry] });
  }
  return days;
}

function DayGroup({ day, t, format }: { day: Day; t: Words; format: Format }) {
  const [{ at }] = day.entries;
  const words = useKindWords();
  const isRecent = Math.abs(format.daysFromNow(at)) < 2;
  const when = isRecent ? format.relativeDays(at) : format.weekday(at);
  return (
    <section className="gh-activity-day">
      <h3 className="gh-activity-heading">{t('dayHeading', { when, date: format.day(at) })}</h3>
      <ol>
        {day.entries.map((entry) => (
          <li key={entry.id} className="gh-activity-row">
            <time dateTime={entry.at} title={format.moment(entry.at)}>
              {format.time(entry.at)}
            </time>
            {entry.actor ? (
              <Avatar id={entry.actor.userId} name={entry.actor.name} imageUrl={entry.actor.imageUrl} />
            ) : (
              <span className="gh-circle" aria-hidden="true">
                <UserRound />
              </span>
            )}
            <p>{sentenceOf(entry, t, format, words)}</p>
            <span className="gh-activity-kind">{kindOf(entry, t, words)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A day that is on its way, laid out as those that come are. Nothing to assistive technology. */
const SKELETON = (
  <div className="gh-activity-day" aria-hidden="true">
    <div className="gh-activity-heading gh-skeleton-words">
      <span style={{ inlineSize: 112, marginBlock: 2 }} />
    </div>
    {['64%', '52%', '72%', '44%', '60%', '48%', '68%', '56%'].map((width, row) => (
      <div key={width} className="gh-activity-row" style={{ opacity: 1 - row * 0.1 }}>
        <time className="gh-skeleton-words">
          <span style={{ inlineSize: 40, marginBlock: 4 }} />
        </time>
        <span className="gh-avatar" />
        <p className="gh-skeleton-words">
          <span style={{ inlineSize: width, marginBlock: 4 }} />
        </p>
      </div>
    ))}
  </div>
);

function Forbidden({ t, names }: { t: Words; names: string | null }) {
  return (
    <RowMessage role="status" icon={<Lock />} title={t('forbidden')}>
      {names === null ? null : t('whoToAsk', { names })}
    </RowMessage>
  );
}

function More({
  t,
  ...props
}: Pick<ActivityLogViewProps, 'isLoadingMore' | 'moreFailed' | 'onMore'> & { t: Words; reason: string }) {
  const { isLoadingMore, moreFailed, onMore } = props;
  const end = useInView(isLoadingMore || moreFailed ? undefined : onMore);
  return (
    <div ref={end} className="gh-activity-more">
      {moreFailed ? (
        <RetryNotice tone="error" retryLabel={t('retry')} onRetry={onMore}>
          {t('moreFailed', { reason: props.reason })}
        </RetryNotice>
      ) : (
        <Button pending={isLoadingMore} onClick={onMore}>
          {t('earlier')}
        </Button>
      )}
    </div>
  );
}

/**
 * What happened in a workspace, from props alone. Words and language come from the provider.
 *
 * @example <ActivityLogView entries={entries} workspaceName="Northwind Studio" … />
 */
export function ActivityLogView(props: ActivityLogViewProps) {
  const { entries, error, whoToAsk, workspaceName, moreFailed } = props;
  const t = useMessages(activityLogMessages, props.messages);
  const explain = useExplain();
  const { format, direction, locale } = useGuildhall();
  const days = useMemo(() => byDay(entries ?? [], format), [entries, format]);
  const hasFailed = entries === undefined && error !== null;
  const isLoading = entries === undefined && !hasFailed && whoToAsk === null;
  const showsSkeleton = useDelayed(isLoading, 200);
  return (
    <section
      className={classNames('gh-root gh-activity', props.className)}
      style={props.style}
      dir={direction}
      lang={locale}
      aria-label={t('title')}
      aria-busy={isLoading}
      data-wide-times={format.time(AFTERNOON).length > 5 ? '' : undefined}
    >
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <ScreenDescription workspaceName={workspaceName} of={(name) => t('description', { workspace: name })} />
        {whoToAsk === null ? null : <Forbidden t={t} names={whoToAsk.length === 0 ? null : format.anyOf(whoToAsk)} />}
        {whoToAsk === null && hasFailed ? (
          <ListError title={t('failed')} retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
            {explain(error)}
          </ListError>
        ) : null}
        {entries && error !== null && !moreFailed ? (
          <RetryNotice retryLabel={t('retry')} onRetry={props.onRetry} pending={props.isRetrying}>
            {t('outdated', { reason: explain(error) })}
          </RetryNotice>
        ) : null}
        {entries?.length === 0 ? (
          <EmptyState icon={<History />} title={t('empty')}>
            {t('emptyText')}
          </EmptyState>
        ) : null}
        {days.map((day) => (
          <DayGroup key={day.key} day={day} t={t} format={format} />
        ))}
        {props.hasMore ? <More t={t} {...props} reason={moreFailed ? explain(error) : ''} /> : null}
        {showsSkeleton ? SKELETON : null}
      </div>
    </section>
  );
}

import { CloudOff, Inbox, Lock, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { EntityCount } from '../../contract/index.js';
import { Button, EmptyState, ListError, RowMessage } from '../../ui/index.js';
import type { KindWords } from '../parts/useKindWords.js';
import type { ItemWords } from './SharedItems.messages.js';
import type { SharedItemsViewProps } from './types.js';

interface Said {
  t: ItemWords;
  words: KindWords;
}

interface EmptyProps extends Said, Pick<SharedItemsViewProps, 'filters' | 'onFilter' | 'workspaceName' | 'creators'> {
  count: EntityCount | undefined;
}

/** Nothing of a kind: since there is none, or since nothing is like what was searched for. */
export function Empty({ t, words, count, filters, onFilter, workspaceName = '', creators }: EmptyProps) {
  const search = filters.search.trim();
  const isFiltered = search !== '' || filters.creatorId !== null;
  if (count === undefined || !isFiltered) {
    const label = count && words.labelOf(count.kind);
    return (
      <EmptyState icon={(count && words.iconOf(count.kind)) || <Inbox />} title={t(count ? 'empty' : 'emptyAll')}>
        {label === undefined
          ? t('emptyAllText', { workspace: workspaceName })
          : t('emptyText', { label, workspace: workspaceName })}
      </EmptyState>
    );
  }
  const name = creators.find(({ userId }) => userId === filters.creatorId)?.name || t('someone');
  const searched = words.countedOf(count);
  return (
    <EmptyState
      role="status"
      icon={<Search />}
      title={search === '' ? t('noneBy', { name }) : t.parts('noMatches', { search: <bdi key="search">{search}</bdi> })}
      actions={
        <>
          {search === '' ? null : (
            <Button variant="ghost" onClick={() => onFilter({ search: '' })}>
              {t('clearSearch')}
            </Button>
          )}
          {filters.creatorId === null ? null : (
            <Button variant="ghost" onClick={() => onFilter({ creatorId: null })}>
              {t('showAll')}
            </Button>
          )}
        </>
      }
    >
      {searched === null || filters.creatorId !== null ? null : t('noMatchesText', { items: searched })}
    </EmptyState>
  );
}

interface FailedProps {
  t: ItemWords;
  /** What did not load, as a heading; null for all of it. */
  label: string | null;
  error: unknown;
  explain: (error: unknown) => string;
  isRetrying: boolean;
  onRetry: () => void;
}

/** It did not load: what went wrong, and another try where that may help. */
export function Failed({ t, label, error, explain, isRetrying, onRetry }: FailedProps): ReactNode {
  if (isGuildhallError(error, 'not_found') || isGuildhallError(error, 'forbidden')) {
    return (
      <RowMessage role="status" icon={<Lock />} title={t('forbidden')}>
        {t('forbiddenText')}
      </RowMessage>
    );
  }
  const isUnavailable = isGuildhallError(error, 'unavailable') && error.details?.reason === 'entity_kind';
  if (isUnavailable && label !== null) {
    return (
      <RowMessage
        role="alert"
        icon={<CloudOff />}
        title={t('unavailable', { label })}
        actions={
          <Button onClick={onRetry} pending={isRetrying}>
            {t('retry')}
          </Button>
        }
      >
        {explain(error)}
      </RowMessage>
    );
  }
  const title = label === null ? t('failedAll') : t('failed', { label });
  return (
    <ListError title={title} retryLabel={t('retry')} onRetry={onRetry} pending={isRetrying}>
      {explain(error)}
    </ListError>
  );
}

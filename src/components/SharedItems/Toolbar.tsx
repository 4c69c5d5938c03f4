import type { EntityCount } from '../../contract/index.js';
import { SearchField, SelectField } from '../../ui/index.js';
import type { KindWords } from '../parts/useKindWords.js';
import type { ItemWords } from './SharedItems.messages.js';
import type { SharedItemsViewProps } from './types.js';

type ToolbarProps = Pick<SharedItemsViewProps, 'filters' | 'onFilter' | 'canSearch' | 'creators' | 'viewer'> & {
  t: ItemWords;
  words: KindWords;
  count: EntityCount | undefined;
};

const ANYONE = '';

/** Search, and who made it. */
export function Toolbar({ t, words, count, filters, onFilter, canSearch, creators, viewer }: ToolbarProps) {
  const items = count && words.countedOf(count);
  const label = items ? t('search', { items }) : t('searchAll');
  const others = creators.filter(({ userId }) => userId !== viewer?.userId);
  const own = viewer ? [{ value: viewer.userId, label: t('byYou') }] : [];
  return (
    <div className="gh-items-toolbar">
      {canSearch ? (
        <SearchField
          label={label}
          clearLabel={t('clearSearch')}
          value={filters.search}
          onChange={(search) => onFilter({ search })}
        />
      ) : null}
      <SelectField
        label={t('filter')}
        value={filters.creatorId ?? ANYONE}
        options={[
          { value: ANYONE, label: t('byAnyone') },
          ...own,
          ...others.map(({ userId, name }) => ({
            value: userId,
            label: t('by', { name: name || t('someoneWhoLeft') }),
          })),
        ]}
        onChange={(creatorId) => onFilter({ creatorId: creatorId === ANYONE ? null : creatorId })}
      />
    </div>
  );
}

import { useMemo } from 'react';
import type { Entity } from '../../contract/index.js';
import type { ListState } from '../../hooks/useListState.js';
import { Rows } from '../../ui/index.js';
import { ListEnd, onNearEndOf, rowCountOf } from '../parts/ListEnd.js';
import { ItemRow } from './ItemRow.js';
import type { RowTools } from './ItemRow.js';
import type { ItemWords } from './SharedItems.messages.js';
import { useCalmOrder } from './useCalmOrder.js';
import { useGridKeys } from './useGridKeys.js';

/** The heads of the columns; also while the rows load. */
export function ItemsHead({ t }: { t: ItemWords }) {
  return (
    <div role="rowgroup">
      <div role="row" className="gh-item gh-items-head" aria-rowindex={1}>
        <div role="columnheader">{t('name')}</div>
        <div role="columnheader">{t('madeBy')}</div>
        <div role="columnheader">{t('updated')}</div>
        <div role="columnheader">{t('whoCanOpen')}</div>
        <div role="columnheader">
          <span className="gh-visually-hidden">{t('actions')}</span>
        </div>
      </div>
    </div>
  );
}

interface ItemsTableProps {
  label: string;
  list: ListState<Entity>;
  /** Changes with the kind and the filters. */
  listKey: string;
  news: ReadonlyMap<string, string>;
  tools: RowTools;
}

/** The items, of which more are loaded as one scrolls. */
export function ItemsTable({ label, list, listKey, news, tools }: ItemsTableProps) {
  const { t } = tools;
  const { rows, onPointerMove } = useCalmOrder(list.items, listKey);
  const keys = useMemo(() => rows.map(({ id }) => id), [rows]);
  const { stop, attributes } = useGridKeys(keys);
  return (
    <div
      {...attributes}
      role="grid"
      aria-label={label}
      aria-rowcount={rowCountOf(list, rows.length)}
      aria-busy={list.isLoadingMore || !list.isCurrent}
      onPointerMove={onPointerMove}
    >
      <ItemsHead t={t} />
      <Rows items={rows} keyOf={(entity) => entity.id} onNearEnd={onNearEndOf(list)} keeps={stop}>
        {(entity, index, style) => (
          <ItemRow
            key={entity.id}
            entity={entity}
            index={index}
            top={style.insetBlockStart}
            isStop={entity.id === stop}
            news={news.get(entity.id)}
            tools={tools}
          />
        )}
      </Rows>
      <ListEnd list={list} columns={3} t={t} />
    </div>
  );
}

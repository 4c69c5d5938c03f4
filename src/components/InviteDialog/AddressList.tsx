import { useCallback } from 'react';
import type { Dispatch, KeyboardEvent, RefObject } from 'react';
import type { Invitation, Role } from '../../contract/index.js';
import { Button } from '../../ui/index.js';
import { AddressRow } from './AddressRow.js';
import type { DraftAction } from './draft.js';
import { countRows } from './rowState.js';
import type { PlannedRow } from './rowState.js';
import type { Speech } from './useInviteWords.js';

interface AddressListProps {
  planned: readonly PlannedRow[];
  speech: Speech;
  roles: readonly Role[];
  list: RefObject<HTMLUListElement | null>;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Told before a row is taken away. */
  willRemove: (index: number) => void;
  /** Told when all rows have been taken away. */
  onEmptied: () => void;
  isSending: boolean;
  dispatch: Dispatch<DraftAction>;
  canResend: boolean;
  linkOf: ((invitation: Invitation) => Promise<string>) | undefined;
}

/** The addresses that were collected, in the order in which they came. */
export function AddressList(props: AddressListProps) {
  const { planned, list, onKeyDown, willRemove, onEmptied, isSending, dispatch, ...row } = props;
  const { t, summary } = row.speech;
  const ids = planned.map((one) => one.row.id).join();
  const remove = useCallback(
    (id: number) => {
      willRemove(ids.split(',').indexOf(String(id)));
      dispatch({ type: 'removed', id });
    },
    [ids, willRemove, dispatch],
  );
  if (planned.length === 0) return null;
  return (
    <div className="gh-invite-rows">
      <div className="gh-invite-summary">
        <span>{summary(countRows(planned))}</span>
        <Button
          variant="ghost"
          size="small"
          disabled={isSending}
          onClick={() => {
            dispatch({ type: 'emptied' });
            onEmptied();
          }}
        >
          {t('removeAll')}
        </Button>
      </div>
      <ul ref={list} className="gh-invite-list" aria-label={t('list')} inert={isSending} onKeyDown={onKeyDown}>
        {planned.map((one) => (
          <AddressRow key={one.row.id} {...row} planned={one} dispatch={dispatch} onRemove={remove} />
        ))}
      </ul>
    </div>
  );
}

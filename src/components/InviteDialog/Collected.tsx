import { useRef } from 'react';
import type { Dispatch, RefObject } from 'react';
import type { Invitation, Workspace } from '../../contract/index.js';
import { AddressField } from './AddressField.js';
import { AddressList } from './AddressList.js';
import type { Draft, DraftAction } from './draft.js';
import { FileImport } from './FileImport.js';
import { Places } from './Places.js';
import { planRows } from './rowState.js';
import type { Facts, PlannedRow } from './rowState.js';
import { useFileImport } from './useFileImport.js';
import type { Speech } from './useInviteWords.js';
import { useRowKeys } from './useRowKeys.js';

interface CollectedProps {
  speech: Speech;
  workspace: Workspace | undefined;
  draft: Draft;
  dispatch: Dispatch<DraftAction>;
  facts: Facts;
  planned: readonly PlannedRow[];
  field: RefObject<HTMLInputElement | null>;
  showsField: boolean;
  isSending: boolean;
  canResend: boolean;
  linkOf: ((invitation: Invitation) => Promise<string>) | undefined;
}

/** The field and the addresses that came from it. */
export function Collected({ draft, dispatch, planned, field, showsField, workspace, ...props }: CollectedProps) {
  const { speech, facts, isSending } = props;
  const list = useRef<HTMLUListElement>(null);
  const { onKeyDown, focusRow, willRemove } = useRowKeys(planned.length, list, field);
  const { editing, text } = draft.field;
  const file = useFileImport(speech, isSending || !showsField, (addresses) => dispatch({ type: 'read', addresses }));
  // What was wrong with an address is wrong with it until it is changed.
  const [edited] = editing?.text === text ? planRows([editing], facts) : [];
  const editLast = () => {
    const last = draft.rows.at(-1);
    if (last) dispatch({ type: 'edited', id: last.id });
  };
  return (
    <>
      {showsField ? (
        <AddressField
          input={field}
          speech={speech}
          text={text}
          role={editing?.role ?? draft.role}
          roles={workspace ? facts.assignableRoles : []}
          isMore={planned.length > 0 || draft.sent.length > 0}
          problem={edited ? speech.reason(edited) : null}
          hint={planned.length === 0 && draft.sent.length === 0 ? speech.t('hint') : null}
          disabled={isSending}
          onType={(typed) => dispatch({ type: 'typed', text: typed })}
          onAdd={(added) => dispatch({ type: 'added', text: added, options: speech.parseOptions })}
          onRole={(role) => dispatch({ type: 'role chosen', role })}
          onEditLast={editLast}
          onDown={() => focusRow(0)}
        />
      ) : null}
      {showsField ? <FileImport speech={speech} {...file} /> : null}
      {workspace ? <Places workspace={workspace} left={facts.placesLeft} planned={planned} speech={speech} /> : null}
      <AddressList
        {...props}
        planned={planned}
        roles={facts.assignableRoles}
        list={list}
        onKeyDown={onKeyDown}
        willRemove={willRemove}
        onEmptied={() => field.current?.focus()}
        dispatch={dispatch}
      />
    </>
  );
}

import { useState } from 'react';
import type { Invitation } from '../../contract/index.js';
import type { ListState } from '../../hooks/useListState.js';
import { useMessages } from '../../hooks/useMessages.js';
import { Button, Rows } from '../../ui/index.js';
import type { RoleWords } from '../parts/role.messages.js';
import { useMembersContext } from './context.js';
import { GroupLabel } from './GroupHead.js';
import { InvitationRow } from './InvitationRow.js';
import { invitationMessages } from './invitations.messages.js';
import type { RowWords } from './rows.messages.js';
import type { Feedback } from './types.js';

/** Invitations that are shown before one asks for all. */
const SHORT = 3;

export interface InvitationsGroupProps {
  list: ListState<Invitation>;
  feedback: Feedback | null;
  isSelected: (invitation: Invitation) => boolean;
  onSelect: ((invitation: Invitation) => void) | undefined;
  now: number;
  viewerUserId: string | null;
  rowWords: RowWords;
  roles: RoleWords;
}

/** Those who could get in soon: three, then all. */
export function InvitationsGroup(props: InvitationsGroupProps) {
  const { list, feedback, isSelected, onSelect, now, viewerUserId, rowWords, roles } = props;
  const { t, format, overrides } = useMembersContext();
  const words = useMessages(invitationMessages, overrides);
  const [showsAll, setShowsAll] = useState(false);
  const total = list.total ?? list.items.length;
  const shown = showsAll ? list.items : list.items.slice(0, SHORT);
  const isShortened = !showsAll && (total > SHORT || list.hasMore);
  return (
    <div className="gh-invited">
      <div role="table" aria-label={words('invited')} aria-rowcount={total + 1} className="gh-group">
        <div role="rowgroup">
          <div role="row" className="gh-group-head gh-grid" aria-rowindex={1}>
            <div role="columnheader" className="gh-head">
              <GroupLabel name={words('invited')} count={format.number(total)} />
            </div>
            <div role="columnheader" className="gh-head">
              {t('role')}
            </div>
            <div role="columnheader" className="gh-head">
              {words('invitation')}
            </div>
            <div role="columnheader" className="gh-head">
              <span className="gh-visually-hidden">{t('actions')}</span>
            </div>
          </div>
        </div>
        <Rows
          items={shown}
          keyOf={(invitation) => invitation.id}
          onNearEnd={showsAll && list.hasMore && !list.isFetching ? list.loadMore : undefined}
        >
          {(invitation, index, style) => (
            <InvitationRow
              key={invitation.id}
              invitation={invitation}
              index={index}
              top={style.insetBlockStart}
              isSelected={isSelected(invitation)}
              onSelect={onSelect}
              feedback={feedback?.id === invitation.id ? feedback : null}
              now={now}
              viewerUserId={viewerUserId}
              words={words}
              t={rowWords}
              roles={roles}
            />
          )}
        </Rows>
      </div>
      {isShortened || showsAll ? (
        <Button variant="ghost" className="gh-show-all" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? words('showFewer') : words('showAll', { count: total })}
        </Button>
      ) : null}
    </div>
  );
}

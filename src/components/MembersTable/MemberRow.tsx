import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { Member } from '../../contract/index.js';
import { Avatar, useChanged } from '../../ui/index.js';
import type { RoleWords } from '../parts/role.messages.js';
import { useMembersContext } from './context.js';
import { isViewer } from './isViewer.js';
import { named } from './names.js';
import { errorOf, whyFixed } from './refusals.js';
import { MenuCell, RoleCell, RowCheckbox, SecondLine } from './RowParts.js';
import type { RowWords } from './rows.messages.js';
import type { Feedback } from './types.js';

export interface MemberRowProps {
  member: Member;
  index: number;
  /** Where it stands. */
  top: CSSProperties['insetBlockStart'];
  isSelected: boolean;
  /** Absent: rows cannot be selected. */
  onSelect: ((member: Member) => void) | undefined;
  feedback: Feedback | null;
  words: RowWords;
  roles: RoleWords;
}

/** One member. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { index, top, isSelected, onSelect, feedback, words, roles } = props;
  const { format, workspace, operations, explain } = useMembersContext();
  const member = named(props.member, words('someoneWhoLeft'));
  const isOwn = isViewer(workspace.viewer, member);
  const fixed = operations.updateRole ? whyFixed(workspace, member) : undefined;
  const changed = useChanged(`${member.name} ${member.role} ${member.billingContact}`);
  return (
    <div
      role="row"
      className="gh-row gh-grid"
      aria-rowindex={index + 2}
      data-key={member.id}
      data-selected={isSelected ? '' : undefined}
      data-changed={changed}
      style={{ insetBlockStart: top }}
    >
      <div role="rowheader" className="gh-cell-person">
        {onSelect ? (
          <RowCheckbox
            label={words('select', { name: member.name })}
            isChecked={isSelected}
            reason={isOwn ? words('selectsNotYourself') : null}
            onToggle={() => onSelect(member)}
          />
        ) : null}
        <Avatar id={member.userId} name={member.name} imageUrl={member.imageUrl} />
        {isOwn ? (
          <div className="gh-row-first" title={member.name}>
            <bdi>{member.name}</bdi> <span className="gh-row-you">{words('you')}</span>
          </div>
        ) : (
          <bdi className="gh-row-first" title={member.name}>
            {member.name}
          </bdi>
        )}
        {member.billingContact ? <span className="gh-badge">{words('billingContact')}</span> : null}
        <SecondLine feedback={feedback}>{member.email}</SecondLine>
      </div>
      <RoleCell
        label={words('roleOf', { name: member.name })}
        shown={roles(member.role)}
        subject={{ member, isRole: true }}
        isFixed={fixed !== null}
        reason={fixed ? explain(errorOf(fixed)) : undefined}
      />
      <time role="cell" className="gh-cell-date" dateTime={member.joinedAt}>
        {format.date(member.joinedAt)}
      </time>
      <MenuCell label={words('actionsFor', { name: member.name })} subject={{ member, isRole: false }} />
    </div>
  );
});

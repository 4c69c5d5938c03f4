import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { Member, Role } from '../../contract/index.js';
import type { Format } from '../../i18n/index.js';
import { Avatar } from '../../ui/index.js';
import { memberMenu } from './memberMenu.js';
import type { MenuContext } from './memberMenu.js';
import { errorOf, isViewer, offeredRoles, whyNotRole } from './refusals.js';
import { roleOptions } from './roleOptions.js';
import { MenuCell, RoleCell, RowCheckbox, SecondLine } from './RowParts.js';
import type { Feedback } from './types.js';
import { useChanged } from './useChanged.js';

export interface MemberRowProps {
  context: MenuContext;
  format: Format;
  member: Member;
  index: number;
  /** Where it stands. */
  top: CSSProperties['insetBlockStart'];
  isSelected: boolean;
  /** Absent: rows cannot be selected. */
  onSelect: ((member: Member) => void) | undefined;
  feedback: Feedback | null;
}

/** Why a row's role is as it is, in words, or null where it can be changed. */
function whyFixed({ workspace, explain }: MenuContext, member: Member): string | null {
  const others = offeredRoles(workspace, member.role).filter((role) => role !== member.role);
  const refusals = others.map((role) => whyNotRole(workspace, member, role));
  if (refusals.some((refusal) => refusal === null)) return null;
  const [refusal] = refusals;
  return refusal ? explain(errorOf(refusal)) : '';
}

/** One member. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { context, format, member, index, top, isSelected, onSelect, feedback } = props;
  const { t, workspace, actions, explain } = context;
  const { changeRole } = actions;
  const isOwn = isViewer(workspace.viewer, member);
  const fixed = changeRole ? whyFixed(context, member) : '';
  const changed = useChanged(`${member.name} ${member.role} ${member.billingContact}`);
  const whyNot = (role: Role) => {
    const refusal = role === member.role ? null : whyNotRole(workspace, member, role);
    return refusal ? explain(errorOf(refusal)) : null;
  };
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
            label={t('select', { name: member.name })}
            isChecked={isSelected}
            reason={isOwn ? t('selectsNotYourself') : null}
            onToggle={() => onSelect(member)}
          />
        ) : null}
        <Avatar id={member.userId} name={member.name} imageUrl={member.imageUrl} />
        {isOwn ? (
          <div className="gh-row-first" title={member.name}>
            <bdi>{member.name}</bdi> <span className="gh-row-you">{t('you')}</span>
          </div>
        ) : (
          <bdi className="gh-row-first" title={member.name}>
            {member.name}
          </bdi>
        )}
        {member.billingContact ? <span className="gh-badge">{t('billingContact')}</span> : null}
        <SecondLine feedback={feedback}>{member.email}</SecondLine>
      </div>
      <RoleCell
        label={t('roleOf', { name: member.name })}
        role={member.role}
        shown={t(member.role)}
        options={roleOptions(t, offeredRoles(workspace, member.role), whyNot)}
        onChange={changeRole && fixed === null ? (role) => changeRole([member], role) : undefined}
        reason={fixed}
      />
      <time role="cell" className="gh-cell-date" dateTime={member.joinedAt}>
        {format.date(member.joinedAt)}
      </time>
      <MenuCell label={t('actionsFor', { name: member.name })} entries={() => memberMenu(context, member)} />
    </div>
  );
});

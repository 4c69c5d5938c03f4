import { CircleSlash, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '../../contract/index.js';
import type { RefusedChanges } from '../../hooks/memberMutations.js';
import { useMessages } from '../../hooks/useMessages.js';
import { ConfirmDialog } from '../../ui/ConfirmDialog.js';
import type { Consequence } from '../../ui/ConfirmDialog.js';
import { planRoleChange } from './roleChange.js';
import { errorOf } from './refusals.js';
import { RoleResult } from './RoleResult.js';
import { roleChangeMessages } from './role.messages.js';
import type { Question } from './types.js';
import { useDoing } from './useDoing.js';

interface RoleDialogProps {
  question: Extract<Question, { kind: 'role' }>;
  onDone: () => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Names that fit into a sentence; the rest is counted. */
const NAMED = 4;

/** Who changes, who does not and why, in sentences. */
function useRoleWords({ members, role }: RoleDialogProps['question']) {
  const { workspace, explain, overrides, format, roles } = useDoing();
  const t = useMessages(roleChangeMessages, overrides);
  // As it was when it was asked: what is shown at once must not change the question.
  const [plan] = useState(() => planRoleChange(workspace, members, role));
  const namesOf = (people: readonly Member[]) => {
    const rest = people.length - NAMED;
    const names = people.slice(0, rest > 1 ? NAMED : people.length).map(({ name }) => name);
    return format.list(rest > 1 ? [...names, t('roleChangeOthers', { count: rest })] : names);
  };
  const count = plan.changing.length;
  const consequences: Consequence[] = plan.leftOut.map((group) => ({
    key: group.refusal.reason,
    icon: <CircleSlash />,
    sentence: t('roleChangeLeftOut', {
      count: group.members.length,
      names: namesOf(group.members),
      reason: explain(errorOf(group.refusal)),
    }),
  }));
  const kept = plan.unchanged.length;
  if (kept > 0) {
    const sentence = t('roleChangeKept', { count: kept, names: namesOf(plan.unchanged) });
    consequences.push({ key: 'unchanged', icon: <UserRoundCheck />, sentence });
  }
  const lead = count === 0 ? null : t('roleChangeLead', { count, names: namesOf(plan.changing), role: roles(role) });
  return { t, plan, count, lead, consequences };
}

/** Says what giving several people a role comes to, does it, and names who was refused. Loaded on demand. */
export function RoleDialog({ question, onDone, onClose, returnFocus }: RoleDialogProps) {
  const { workspace, operations, announce, explain, roles } = useDoing();
  const { t, plan, count, lead, consequences } = useRoleWords(question);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, setRefused] = useState<RefusedChanges>([]);
  const role = roles(question.role);
  const settle = async () => {
    setDone(0);
    setProblem(null);
    try {
      const changes = { workspaceId: workspace.id, members: plan.changing, role: question.role, onProgress: setDone };
      const answer = (await operations.updateRoles?.(changes)) ?? [];
      setRefused(answer);
      if (answer.length > 0) return;
      announce(t('roleChangeDone', { count, role }));
      onDone();
    } catch (error) {
      setDone(null);
      setProblem(explain(error));
    }
  };
  const doing = done === null ? t('roleChangeConfirm', { count }) : t('roleChangeProgress', { done, count });
  const confirmLabel = count === 0 ? null : doing;
  if (refused.length > 0) return <RoleResult {...{ t, plan, refused, returnFocus }} onClose={onDone} />;
  return (
    <ConfirmDialog
      title={count === 0 ? t('roleChangeNobody') : t('roleChangeTitle', { count, role })}
      lead={lead}
      consequences={consequences}
      destructive={false}
      keepLabel={count === 0 ? t('roleChangeClose') : t('roleChangeKeep', { count })}
      confirmLabel={confirmLabel}
      pending={done !== null}
      problem={problem}
      onConfirm={() => void settle()}
      onClose={onClose}
      returnFocus={returnFocus}
    />
  );
}

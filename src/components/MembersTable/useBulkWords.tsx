import { CircleSlash, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import type { Member } from '../../contract/index.js';
import { useMessages } from '../../hooks/useMessages.js';
import type { ConfirmDialogProps, Consequence } from '../../ui/ConfirmDialog.js';
import { bulkMessages } from './bulk.messages.js';
import { planRemoval, planRoleChange } from './bulkPlan.js';
import { dialogMessages } from './dialog.messages.js';
import { removalConsequences } from './MembersDialog.js';
import { shortName } from './names.js';
import { errorOf } from './refusals.js';
import type { Question } from './types.js';
import { useDoing } from './useDoing.js';

/** Names that fit into a sentence; the rest is counted. */
const NAMED = 4;

/** What is asked of several. */
export type BulkQuestion = Extract<Question, { kind: 'bulk' }>;

/** What doing something with several comes to, in sentences: with whom, and with whom not and why. */
export function useBulkWords({ members, role }: BulkQuestion) {
  const { workspace, explain, overrides, format, roles } = useDoing();
  const t = useMessages(bulkMessages, overrides);
  const asked = useMessages(dialogMessages, overrides);
  // As it was when it was asked: what is shown at once must not change the question.
  const [plan] = useState(() =>
    role === null ? planRemoval(workspace, members) : planRoleChange(workspace, members, role),
  );
  const namesOf = (people: readonly Member[]) => {
    const rest = people.length - NAMED;
    const names = people.slice(0, rest > 1 ? NAMED : people.length).map(({ name }) => name);
    return format.list(rest > 1 ? [...names, asked('andOthers', { count: rest })] : names);
  };
  const count = plan.concerned.length;
  const name = plan.concerned[0]?.name ?? '';
  const names = namesOf(plan.concerned);
  const notThem: Consequence[] = plan.leftOut.map((group) => ({
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
    notThem.push({ key: 'unchanged', icon: <UserRoundCheck />, sentence });
  }
  const wording = (): Pick<ConfirmDialogProps, 'title' | 'lead' | 'consequences' | 'keepLabel' | 'confirmLabel'> => {
    if (count === 0) {
      const title = t(role === null ? 'removeNobody' : 'roleChangeNobody');
      return { title, lead: null, consequences: notThem, keepLabel: t('roleChangeClose'), confirmLabel: null };
    }
    if (role === null) {
      const called = shortName(name);
      return {
        title: asked('removeTitle', { count, name }),
        lead: asked('removeLead', { count, name: called, names, workspace: workspace.name }),
        consequences: [...removalConsequences(asked, count, called), ...notThem],
        keepLabel: asked('keepPerson', { count, name: called }),
        confirmLabel: asked('removePerson', { count, name: called }),
      };
    }
    return {
      title: t('roleChangeTitle', { count, role: roles(role) }),
      lead: t('roleChangeLead', { count, names, role: roles(role) }),
      consequences: notThem,
      keepLabel: t('roleChangeKeep', { count }),
      confirmLabel: t('roleChangeConfirm', { count }),
    };
  };
  return { t, plan, wording: wording() };
}

import { CircleSlash } from 'lucide-react';
import type { RefusedChanges } from '../../hooks/memberMutations.js';
import type { Translate } from '../../i18n/index.js';
import { Button } from '../../ui/index.js';
import { Dialog } from '../../ui/Dialog.js';
import { useMembersContext } from './context.js';
import type { roleChangeMessages } from './role.messages.js';
import type { RolePlan } from './roleChange.js';

interface RoleResultProps {
  t: Translate<(typeof roleChangeMessages)['messages']>;
  plan: RolePlan;
  refused: RefusedChanges;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Whose role the server did not change, by name and with the reason. */
export function RoleResult({ t, plan, refused, onClose, returnFocus }: RoleResultProps) {
  const { explain } = useMembersContext();
  const count = plan.changing.length;
  const nameOf = (id: string) => plan.changing.find((member) => member.id === id)?.name ?? '';
  return (
    <Dialog
      className="gh-confirm"
      width={480}
      title={t('roleChangeSome', { done: count - refused.length, count })}
      onClose={onClose}
      returnFocus={returnFocus}
      footer={<Button onClick={onClose}>{t('roleChangeClose')}</Button>}
    >
      <p role="alert" className="gh-confirm-lead">
        {t('roleChangeRefused', { count: refused.length })}
      </p>
      <ul className="gh-confirm-list">
        {refused.map(({ memberId, error }) => (
          <li key={memberId}>
            <CircleSlash />
            <span>{t('roleChangeRefusal', { name: nameOf(memberId), reason: explain(error) })}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

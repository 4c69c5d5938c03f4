import { CircleSlash } from 'lucide-react';
import { isGuildhallError } from '../../contract/index.js';
import type { Member } from '../../contract/index.js';
import type { RefusedChanges } from '../../hooks/bulkMutations.js';
import type { Translate } from '../../i18n/index.js';
import { Dialog } from '../../ui/Dialog.js';
import { Button } from '../../ui/index.js';
import type { bulkMessages } from './bulk.messages.js';
import type { BulkPlan } from './bulkPlan.js';
import { useMembersContext } from './context.js';

interface BulkResultProps {
  t: Translate<(typeof bulkMessages)['messages']>;
  plan: BulkPlan;
  refused: RefusedChanges;
  isRemoval: boolean;
  isTrying: boolean;
  onRetry: (members: readonly Member[]) => void;
  onClose: () => void;
  returnFocus: () => HTMLElement | null;
}

/** Answers that are the same however often one asks. */
const FINAL = ['forbidden', 'conflict', 'not_found', 'validation', 'unsupported'] as const;
const isFinal = (error: unknown) => FINAL.some((code) => isGuildhallError(error, code));

/** With whom it was not done, by name and with the reason; another try for those whom one may help. */
export function BulkResult({ t, plan, refused, isRemoval, isTrying, onRetry, ...dialog }: BulkResultProps) {
  const { t: words, explain } = useMembersContext();
  const count = plan.concerned.length;
  const byId = new Map(plan.concerned.map((member) => [member.id, member]));
  const again = refused.flatMap(({ memberId, error }) => (isFinal(error) ? [] : (byId.get(memberId) ?? [])));
  return (
    <Dialog
      {...dialog}
      className="gh-confirm"
      width={480}
      title={t(isRemoval ? 'removeSome' : 'roleChangeSome', { done: count - refused.length, count })}
      footer={
        <>
          <Button onClick={dialog.onClose}>{t('roleChangeClose')}</Button>
          {again.length > 0 ? (
            <Button variant="primary" pending={isTrying} onClick={() => onRetry(again)}>
              {words('retry')}
            </Button>
          ) : null}
        </>
      }
    >
      <p role="alert" className="gh-confirm-lead">
        {t(isRemoval ? 'removeRefused' : 'roleChangeRefused', { count: refused.length })}
      </p>
      <ul className="gh-confirm-list">
        {refused.map(({ memberId, error }) => (
          <li key={memberId}>
            <CircleSlash />
            <span>{t('roleChangeRefusal', { name: byId.get(memberId)?.name ?? '', reason: explain(error) })}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

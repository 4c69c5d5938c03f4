import { addedCost } from '../../contract/index.js';
import type { Workspace } from '../../contract/index.js';
import { useBilling, usePermission, useWhoToAsk } from '../../hooks/index.js';
import { useGuildhall } from '../../provider/context.js';
import type { Speech } from './useInviteWords.js';

/**
 * What so many invitations would add to the bill as people accept, as a sentence: the amount for who may see billing,
 * whom it concerns for others. Null where a member costs nothing, or the amount is not known yet.
 */
export function useInviteCost(
  workspaceId: string,
  workspace: Workspace | undefined,
  people: number,
  { t }: Speech,
): string | null {
  const { format } = useGuildhall();
  const isCounted = workspace?.plan?.seats === 'automatic';
  const maySee = usePermission('billing:manage', workspaceId);
  const { data: billing } = useBilling(workspaceId, { enabled: isCounted });
  const keepers = useWhoToAsk('billing:manage', workspaceId, { enabled: isCounted && !maySee });
  if (!isCounted || people === 0) return null;
  if (!maySee) {
    return keepers.length === 0 ? null : t('costConcerns', { names: format.list(keepers.map(({ name }) => name)) });
  }
  const amount = addedCost(billing?.plan ?? null, billing?.interval ?? null, people);
  if (amount === null || !billing?.plan) return null;
  const money = format.money({ amount, currency: billing.plan.currency });
  return t(billing.interval === 'year' ? 'costYear' : 'costMonth', { amount: money });
}

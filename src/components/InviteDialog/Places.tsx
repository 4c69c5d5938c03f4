import type { Workspace } from '../../contract/index.js';
import { Notice } from '../../ui/index.js';
import { countRows } from './rowState.js';
import type { PlannedRow } from './rowState.js';
import type { Speech } from './useInviteWords.js';

/** How many places count as few, so that they are worth a sentence before they are gone. */
const FEW = 5;

interface PlacesProps {
  workspace: Workspace;
  left: number;
  planned: readonly PlannedRow[];
  speech: Speech;
}

/** The places that are left, where a limit is near, and how many addresses have none. */
export function Places({ workspace, left, planned, speech: { t } }: PlacesProps) {
  const { name, memberLimit } = workspace;
  const { waiting } = countRows(planned);
  if (memberLimit === null || (left > FEW && waiting === 0)) return null;
  const facts = { limit: memberLimit, workspace: name };
  return (
    <Notice tone={waiting > 0 || left === 0 ? 'warning' : 'info'}>
      {left === 0 ? t('noPlacesLeft', facts) : t('placesLeft', { ...facts, count: left })}
      {waiting > 0 ? ` ${t('addressesWait', { count: waiting })}` : null}
    </Notice>
  );
}

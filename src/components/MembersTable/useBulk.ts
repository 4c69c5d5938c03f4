import { useState } from 'react';
import type { Member } from '../../contract/index.js';
import type { RefusedChanges } from '../../hooks/bulkMutations.js';
import type { BulkQuestion, useBulkWords } from './useBulkWords.js';
import { useDoing } from './useDoing.js';

/** How far it is: how many have been asked for, of how many. */
interface Progress {
  readonly done: number;
  readonly count: number;
}

/** Does something with several members, and keeps who was refused; what can be undone is offered to be. */
export function useBulk({ role }: BulkQuestion, { t, plan }: ReturnType<typeof useBulkWords>, onDone: () => void) {
  const { workspace, operations, announce, words, explain, roles, offerUndo } = useDoing();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, setRefused] = useState<RefusedChanges>([]);
  const workspaceId = workspace.id;

  const ask = async (members: readonly Member[], onProgress: (done: number) => void): Promise<RefusedChanges> => {
    if (role === null) {
      return (await operations.remove?.({ workspaceId, memberIds: members.map(({ id }) => id), onProgress })) ?? [];
    }
    const changes = members.map((member) => ({ memberId: member.id, from: member.role, to: role }));
    return (await operations.updateRoles?.({ workspaceId, changes, onProgress })) ?? [];
  };
  const tell = (failed: RefusedChanges) => {
    const done = plan.concerned.filter(({ id }) => !failed.some(({ memberId }) => memberId === id));
    const count = done.length;
    if (count === 0) return;
    if (role === null) return announce(words('removedAnnouncement', { count, name: done[0]?.name ?? '' }));
    const sentence = t('roleChangeDone', { count, role: roles(role) });
    announce(sentence);
    const changes = done.map((member) => ({ memberId: member.id, from: role, to: member.role }));
    const undo = async () => {
      const [first] = (await operations.updateRoles?.({ workspaceId, changes, onProgress: () => undefined })) ?? [];
      if (first) throw first.error;
      announce(t('roleChangeUndone', { count }));
    };
    offerUndo({ sentence, undo });
  };
  const settle = async (members: readonly Member[]) => {
    const count = members.length;
    setProgress({ done: 0, count });
    setProblem(null);
    offerUndo(null);
    try {
      const failed = await ask(members, (done) => setProgress({ done, count }));
      setProgress(null);
      setRefused(failed);
      tell(failed);
      if (failed.length === 0) onDone();
    } catch (error) {
      setProgress(null);
      setProblem(explain(error));
    }
  };
  return { progress, problem, refused, settle };
}

import { Download } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../hooks/useMessages.js';
import { useGuildhall } from '../../provider/context.js';
import { Button, IconButton } from '../../ui/index.js';
import { saveFile } from '../../ui/saveFile.js';
import { csvFileName, membersCsv } from './membersCsv.js';
import { toolMessages } from './tools.messages.js';
import type { Filters, Undoable } from './types.js';
import { useCollecting } from './useCollecting.js';
import { useDoing } from './useDoing.js';

interface ToolsProps {
  filters: Filters;
  undoable: Undoable | null;
}

/** What was done last, while it can be undone. */
function Undo({ undoable }: { undoable: Undoable }) {
  const { overrides, explain, offerUndo } = useDoing();
  const t = useMessages(toolMessages, overrides);
  const [isUndoing, setIsUndoing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const undo = async () => {
    setIsUndoing(true);
    try {
      await undoable.undo();
      offerUndo(null);
    } catch (error) {
      setProblem(t('notUndone', { reason: explain(error) }));
    }
    setIsUndoing(false);
  };
  return (
    <>
      <span role={problem === null ? undefined : 'alert'}>{problem ?? undoable.sentence}</span>
      {problem === null ? (
        <Button variant="ghost" pending={isUndoing} onClick={() => void undo()}>
          {t('undo')}
        </Button>
      ) : null}
    </>
  );
}

/** Exports who matches as CSV, and undoes what was done last. Loaded on demand. */
export function Tools({ filters, undoable }: ToolsProps) {
  const { workspace, overrides, explain, announce, format } = useDoing();
  const { now } = useGuildhall();
  const t = useMessages(toolMessages, overrides);
  const { canRead, reading, error, read, stop } = useCollecting(filters);
  const save = () =>
    read((members) => {
      const file = csvFileName(workspace.name, now());
      saveFile(file, membersCsv(members), 'text/csv;charset=utf-8');
      announce(t('exported', { count: members.length, file }));
    });
  const done = format.number(reading?.done ?? 0);
  return (
    <div className="gh-tools">
      {error === null ? null : <span role="alert">{t('notExported', { reason: explain(error) })}</span>}
      {undoable ? <Undo undoable={undoable} /> : null}
      {canRead ? (
        <IconButton
          label={reading === null ? t('exportCsv') : t('exportStop', { done })}
          aria-busy={reading !== null}
          onClick={() => (reading === null ? void save() : stop())}
        >
          <Download aria-hidden="true" />
        </IconButton>
      ) : null}
      <span role="status" className="gh-visually-hidden">
        {reading?.total ? t('exporting', { done, total: format.number(reading.total) }) : ''}
      </span>
    </div>
  );
}

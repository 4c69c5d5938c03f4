import { useEffect, useRef, useState } from 'react';
import type { ParsedAddress } from './parseAddresses.js';
import { parseTable } from './parseAddresses.js';
import type { Speech } from './useInviteWords.js';

/** Takes a file of addresses, chosen or dropped, and says why where it cannot be read. */
export function useFileImport(speech: Speech, isDisabled: boolean, onRead: (found: readonly ParsedAddress[]) => void) {
  const { t, format } = speech;
  const [isReading, setIsReading] = useState(false);
  const [isDropping, setIsDropping] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const contentsOf = async (file: File): Promise<string | null> => {
    const { MAX_BYTES, MAX_ROWS, readCsv } = await import('./readCsv.js');
    const contents = await readCsv(file);
    if ('problem' in contents) {
      const { problem: found } = contents;
      if (found.kind === 'fileBroken') return t('fileBroken', { row: format.number(found.row) });
      if (found.kind === 'fileNotText') return t('fileNotText');
      const max = found.kind === 'fileTooLarge' ? MAX_BYTES / 1024 / 1024 : MAX_ROWS;
      return t(found.kind, { max: format.number(max) });
    }
    const addresses = parseTable(contents.table, speech.parseOptions);
    if (!addresses.some(({ text }) => text.includes('@'))) return t('fileEmpty', { file: file.name });
    onRead(addresses);
    return null;
  };
  const read = async (file: File | undefined) => {
    if (file === undefined || isDisabled || isReading) return;
    setIsReading(true);
    setProblem(null);
    try {
      setProblem(await contentsOf(file));
    } catch {
      setProblem(t('fileUnreadable'));
    }
    setIsReading(false);
  };
  const latest = useRef(read);
  useEffect(() => {
    latest.current = read;
  });
  // Wherever it is dropped: beside the dialog the browser would open it, and what was collected would be gone.
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsDropping(true);
    };
    const onDragLeave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setIsDropping(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setIsDropping(false);
      void latest.current(event.dataTransfer.files[0]);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
  return { isDropping: isDropping && !isDisabled, isReading, problem, read };
}

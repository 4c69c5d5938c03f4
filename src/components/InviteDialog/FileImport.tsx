import { FileUp } from 'lucide-react';
import { useRef } from 'react';
import { Button, Notice } from '../../ui/index.js';
import type { useFileImport } from './useFileImport.js';
import type { Speech } from './useInviteWords.js';

interface FileImportProps extends Pick<
  ReturnType<typeof useFileImport>,
  'isDropping' | 'isReading' | 'problem' | 'read'
> {
  speech: Speech;
}

/** Chooses a file of addresses, and says why where it could not be read. */
export function FileImport({ speech, isDropping, isReading, problem, read }: FileImportProps) {
  const { t } = speech;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <div>
        <Button variant="ghost" className="gh-invite-file" pending={isReading} onClick={() => input.current?.click()}>
          <FileUp aria-hidden="true" />
          {t(isDropping ? 'dropHere' : 'importCsv')}
        </Button>
        <input
          ref={input}
          hidden
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-label={t('importCsv')}
          onChange={({ currentTarget }) => {
            void read(currentTarget.files?.[0]);
            // The same file, once it has been corrected, is a change too.
            currentTarget.value = '';
          }}
        />
      </div>
      {problem === null ? null : <Notice tone="error">{problem}</Notice>}
    </>
  );
}

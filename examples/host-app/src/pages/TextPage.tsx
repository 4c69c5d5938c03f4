import { Button, Text } from '@radix-ui/themes';
import { useQuery } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { Link } from 'wouter';
import { textQuery } from '../api.js';
import type { Person, TextItem } from '../api.js';
import { paths } from '../paths.js';
import { ItemHeader } from '../shell/ItemHeader.js';
import { PageAlert } from '../shell/PageAlert.js';

const USES = {
  assistant: { parameter: 'assistant', action: 'Start a chat' },
  prompt: { parameter: 'prompt', action: 'Use this prompt' },
} as const;

interface TextPageProps {
  kind: 'assistant' | 'prompt' | 'file';
  workspaceId: string;
  id: string;
  person: Person;
}

/** An assistant, a prompt or a file: what it says, whose it is, and the way to use it. */
export function TextPage({ kind, workspaceId, id, person }: TextPageProps) {
  const { data, error } = useQuery(textQuery(workspaceId, kind, id));
  const item = error ? undefined : data;
  const use = kind === 'file' ? undefined : USES[kind];
  return (
    <>
      <ItemHeader kind={kind} workspaceId={workspaceId} item={item} person={person} />
      <PageAlert error={error} />
      {item ? (
        <article className="text-page">
          <Text as="p" size="1" color="gray">
            Made by <bdi>{item.userName}</bdi>
          </Text>
          <Text as="p" size="3" className={kind === 'file' ? 'text-content text-file' : 'text-content'}>
            {item.content}
          </Text>
          <Files files={item.files ?? []} workspaceId={workspaceId} />
          {use ? (
            <Button asChild>
              <Link href={`${paths.workspace(workspaceId)}?${use.parameter}=${encodeURIComponent(id)}`}>
                {use.action}
              </Link>
            </Button>
          ) : null}
        </article>
      ) : null}
    </>
  );
}

/** What an assistant reads before it answers. */
function Files({ files, workspaceId }: { files: NonNullable<TextItem['files']>; workspaceId: string }) {
  if (files.length === 0) return null;
  return (
    <ul className="suggestions" aria-label="Files that it reads">
      {files.map((file) => (
        <li key={file.id}>
          <Link href={paths.item(workspaceId, 'file', file.id)}>
            <FileText size={16} strokeWidth={1.75} aria-hidden />
            <bdi>{file.name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}

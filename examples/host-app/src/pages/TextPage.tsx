import { Button, Callout, Text } from '@radix-ui/themes';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { textQuery } from '../api.js';
import type { Person } from '../api.js';
import { paths } from '../paths.js';
import { ItemDialog } from '../shell/ItemDialog.js';
import { PageHeader } from '../shell/PageHeader.js';

const USES = {
  assistants: { parameter: 'assistant', action: 'Start a chat' },
  prompts: { parameter: 'prompt', action: 'Use this prompt' },
} as const;

interface TextPageProps {
  kind: 'assistants' | 'prompts';
  workspaceId: string;
  id: string;
  person: Person;
}

/** An assistant or a prompt: what it says, whose it is, and the way to use it. */
export function TextPage({ kind, workspaceId, id, person }: TextPageProps) {
  const { data: item, error } = useQuery(textQuery(workspaceId, kind, id));
  const [isRenaming, setRenaming] = useState(false);
  const { parameter, action } = USES[kind];
  return (
    <>
      <PageHeader title={item?.name} onRename={item?.userId === person.id ? () => setRenaming(true) : undefined} />
      {error ? (
        <Callout.Root color="red" role="alert" size="1" className="page-alert">
          <Callout.Text>{error.message}</Callout.Text>
        </Callout.Root>
      ) : null}
      {item ? (
        <article className="text-page">
          <Text as="p" size="1" color="gray">
            Made by <bdi>{item.userName}</bdi>
          </Text>
          <Text as="p" size="3" className="text-content">
            {item.content}
          </Text>
          <Button asChild>
            <Link href={`${paths.workspace(workspaceId)}?${parameter}=${encodeURIComponent(id)}`}>{action}</Link>
          </Button>
        </article>
      ) : null}
      {isRenaming && item ? (
        <ItemDialog kind={kind} workspaceId={workspaceId} item={item} onClose={() => setRenaming(false)} />
      ) : null}
    </>
  );
}

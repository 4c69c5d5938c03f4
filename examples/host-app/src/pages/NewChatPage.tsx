import { Callout, Heading, Text } from '@radix-ui/themes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEntities, useWorkspace } from 'guildhall';
import type { Workspace } from 'guildhall/contract';
import { ListTree, UserPlus } from 'lucide-react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { ask, createItem, itemPath, textQuery } from '../api.js';
import type { Person } from '../api.js';
import { paths } from '../paths.js';
import { PageHeader } from '../shell/PageHeader.js';
import { Composer } from './Composer.js';

const SUGGESTIONS = 3;
const NAME_LENGTH = 60;

interface NewChatPageProps {
  workspaceId: string;
  person: Person;
}

/** Begins a chat: with nothing, with an assistant (`?assistant=`) or from a prompt (`?prompt=`). */
export function NewChatPage({ workspaceId, person }: NewChatPageProps) {
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  const assistantId = search.get('assistant');
  const promptId = search.get('prompt');
  const { data: workspace } = useWorkspace(workspaceId);
  const list = useEntities({ kind: 'prompt' });
  const prompts = list.data?.pages.flatMap((page) => page.items) ?? [];
  // All at once: it stands in the middle, and would move with each part that comes later.
  const isKnown = workspace !== undefined && !list.isPending;
  const prompt = useQuery({ ...textQuery(workspaceId, 'prompt', promptId ?? ''), enabled: promptId !== null });
  const assistant = useQuery({
    ...textQuery(workspaceId, 'assistant', assistantId ?? ''),
    enabled: assistantId !== null,
  }).data;

  const start = useMutation({
    mutationFn: async (content: string) => {
      const name = content.split('\n')[0]?.slice(0, NAME_LENGTH) ?? '';
      const chat = await createItem(workspaceId, 'chat', { name, assistantId: assistant?.id ?? null });
      await ask(`${itemPath(workspaceId, 'chat', chat.id)}/messages`, 'POST', { content });
      return chat.id;
    },
    onSuccess: (chatId) => navigate(paths.item(workspaceId, 'chat', chatId)),
  });

  return (
    <>
      <PageHeader title="New chat" />
      {isKnown ? (
        <div className="new-chat">
          <Heading as="h2" size="6" weight="medium">
            What are you working on, <bdi>{person.name.split(' ')[0]}</bdi>?
          </Heading>
          {start.error ? (
            <Callout.Root color="red" role="alert" size="1">
              <Callout.Text>{start.error.message}</Callout.Text>
            </Callout.Root>
          ) : null}
          <Composer
            // A prompt that arrives later fills the field afresh.
            key={prompt.data?.id ?? 'empty'}
            label={assistant ? `Message ${assistant.name}` : 'Message Parley'}
            initial={prompt.data?.content}
            isBusy={start.isPending}
            onSend={start.mutate}
          />
          {prompts.length > 0 ? (
            <ul className="suggestions" aria-label="Prompts of this workspace">
              {prompts.slice(0, SUGGESTIONS).map((one) => (
                <li key={one.id}>
                  <Link href={`${paths.workspace(workspaceId)}?prompt=${encodeURIComponent(one.id)}`}>
                    <ListTree size={16} strokeWidth={1.75} aria-hidden />
                    <bdi>{one.title}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          ) : null}
          <Alone workspace={workspace} />
          <Text as="p" size="1" color="gray">
            Parley is an example. No model is connected, so nobody answers; everyone in the workspace can read along.
          </Text>
        </div>
      ) : null}
    </>
  );
}

/** A workspace of one is no workspace yet: the way to the others. */
function Alone({ workspace }: { workspace: Workspace }) {
  if (workspace.memberCount !== 1 || !workspace.viewer.permissions.includes('members:invite')) return null;
  return (
    <Link href={paths.settings(workspace.id)} className="alone">
      <UserPlus size={20} strokeWidth={1.75} aria-hidden />
      <span>
        <strong>You are the only one here.</strong>
        <span>Invite the people you work with: they see every chat, assistant, prompt and file of this workspace.</span>
      </span>
    </Link>
  );
}

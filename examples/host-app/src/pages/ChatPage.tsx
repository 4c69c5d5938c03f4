import { Text } from '@radix-ui/themes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEntity } from 'guildhall';
import { ask, chatQuery, itemPath } from '../api.js';
import type { Person } from '../api.js';
import { ItemHeader } from '../shell/ItemHeader.js';
import { PageAlert } from '../shell/PageAlert.js';
import { Composer } from './Composer.js';
import { Messages } from './Messages.js';

interface ChatPageProps {
  workspaceId: string;
  id: string;
  person: Person;
}

/** A chat. Everyone in the workspace reads it, whoever began it writes. */
export function ChatPage({ workspaceId, id, person }: ChatPageProps) {
  const client = useQueryClient();
  const query = chatQuery(workspaceId, id);
  const { data, error } = useQuery(query);
  const say = useMutation({
    mutationFn: (content: string) => ask(`${itemPath(workspaceId, 'chat', id)}/messages`, 'POST', { content }),
    onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }),
  });
  // What has gone meanwhile is not shown any more.
  const chat = error ? undefined : data;
  const isMine = chat?.userId === person.id;
  const assistant = <AssistantName id={chat?.assistantId ?? null} />;

  return (
    <>
      <ItemHeader kind="chat" workspaceId={workspaceId} item={chat} person={person} />
      <PageAlert error={say.error ?? error} />
      {chat ? (
        <Messages
          messages={chat.messages.map(({ id: messageId, userId, userName, content }) => ({
            id: messageId,
            content,
            isAssistant: userId === null,
            by: userId === null ? assistant : userName,
          }))}
        />
      ) : null}
      <div className="chat-foot">
        {isMine ? <Composer label="Write a reply" isBusy={say.isPending} onSend={say.mutate} /> : null}
        {chat && !isMine ? (
          <Text as="p" size="2" color="gray">
            <bdi>{chat.userName}</bdi> writes in this chat. Everyone in the workspace can read it.
          </Text>
        ) : null}
      </div>
    </>
  );
}

function AssistantName({ id }: { id: string | null }) {
  return id === null ? 'Parley' : <NamedAssistant id={id} />;
}

function NamedAssistant({ id }: { id: string }) {
  return useEntity('assistant', id).data?.entity.title ?? 'Parley';
}

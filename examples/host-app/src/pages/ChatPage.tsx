import { Callout, Text } from '@radix-ui/themes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, chatQuery, itemPath, itemsQuery } from '../api.js';
import type { Chat, Person } from '../api.js';
import { ItemDialog } from '../shell/ItemDialog.js';
import { PageHeader } from '../shell/PageHeader.js';
import { Composer } from './Composer.js';

interface ChatPageProps {
  workspaceId: string;
  id: string;
  person: Person;
}

/** A chat. Everyone in the workspace reads it, whoever began it writes. */
export function ChatPage({ workspaceId, id, person }: ChatPageProps) {
  const client = useQueryClient();
  const { data: chat, error } = useQuery(chatQuery(workspaceId, id));
  const { data: items } = useQuery(itemsQuery(workspaceId));
  const [isRenaming, setRenaming] = useState(false);
  const say = useMutation({
    mutationFn: (content: string) => ask(`${itemPath(workspaceId, 'chats', id)}/messages`, 'POST', { content }),
    onSettled: () => client.invalidateQueries({ queryKey: ['items', workspaceId] }),
  });
  const failure = say.error ?? error;
  const isMine = chat?.userId === person.id;
  const assistant = items?.assistants.find((one) => one.id === chat?.assistantId)?.name ?? 'Parley';

  return (
    <>
      <PageHeader title={chat?.name} onRename={isMine ? () => setRenaming(true) : undefined} />
      {failure ? (
        <Callout.Root color="red" role="alert" size="1" className="page-alert">
          <Callout.Text>{failure.message}</Callout.Text>
        </Callout.Root>
      ) : null}
      {chat ? <Messages chat={chat} assistant={assistant} /> : null}
      <div className="chat-foot">
        {isMine ? <Composer label={`Reply to ${assistant}`} isBusy={say.isPending} onSend={say.mutate} /> : null}
        {chat && !isMine ? (
          <Text as="p" size="2" color="gray">
            <bdi>{chat.userName}</bdi> writes in this chat. Everyone in the workspace can read it.
          </Text>
        ) : null}
      </div>
      {isRenaming && chat ? (
        <ItemDialog kind="chats" workspaceId={workspaceId} item={chat} onClose={() => setRenaming(false)} />
      ) : null}
    </>
  );
}

function Messages({ chat, assistant }: { chat: Chat; assistant: string }) {
  return (
    <section className="chat-messages" aria-label="Messages">
      <ol className="messages">
        {chat.messages.map((message) => (
          <li key={message.id} className={message.userId === null ? 'said-by-assistant' : 'said-by-person'}>
            <span className="visually-hidden">{message.userName ?? assistant}:</span>
            {message.content.split('\n\n').map((paragraph) => {
              const isQuote = paragraph.startsWith('> ');
              const Tag = isQuote ? 'blockquote' : 'p';
              return <Tag key={paragraph}>{isQuote ? paragraph.slice(2) : paragraph}</Tag>;
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}

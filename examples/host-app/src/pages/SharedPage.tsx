import { Heading, Text } from '@radix-ui/themes';
import { useQuery } from '@tanstack/react-query';
import { sharedQuery } from '../api.js';
import type { Kind } from '../api.js';
import { Brand } from '../shell/Brand.js';
import { PageAlert } from '../shell/PageAlert.js';
import { useTitle } from '../shell/useTitle.js';
import { Messages } from './Messages.js';

/** Something public, for whoever has its link: without who made it. */
export function SharedPage({ kind, id }: { kind: Kind; id: string }) {
  const { data, error } = useQuery(sharedQuery(kind, id));
  const item = error ? undefined : data;
  useTitle(item?.name ?? 'Shared');
  return (
    <div className="page-plain">
      <Brand />
      <main className="shared">
        <PageAlert error={error} />
        {item ? (
          <Heading as="h1" size="5" weight="medium">
            <bdi>{item.name}</bdi>
          </Heading>
        ) : null}
        {item?.messages ? (
          <Messages
            messages={item.messages.map((message) => ({ ...message, by: message.isAssistant ? 'Parley' : 'Somebody' }))}
          />
        ) : null}
        {item?.content ? (
          <Text as="p" size="3" className="text-content">
            {item.content}
          </Text>
        ) : null}
      </main>
    </div>
  );
}

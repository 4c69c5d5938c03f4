import type { ReactNode } from 'react';

interface MessagesProps {
  messages: readonly { id: string; content: string; isAssistant: boolean; by: ReactNode }[];
}

/** What was said, from the start. */
export function Messages({ messages }: MessagesProps) {
  return (
    <section className="chat-messages" aria-label="Messages">
      <ol className="messages">
        {messages.map(({ id, content, isAssistant, by }) => (
          <li key={id} className={isAssistant ? 'said-by-assistant' : 'said-by-person'}>
            <span className="visually-hidden">{by}:</span>
            {content.split('\n\n').map((paragraph) => {
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

import { Text, TextField } from '@radix-ui/themes';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import { searchQuery } from '../api.js';
import { paths } from '../paths.js';
import { PageAlert } from '../shell/PageAlert.js';
import { PageHeader } from '../shell/PageHeader.js';

/** Finds chats by what was said in them, whoever said it. What is looked for stands in the address. */
export function SearchPage({ workspaceId }: { workspaceId: string }) {
  const [search, setSearch] = useSearchParams();
  const text = search.get('q') ?? '';
  const { data, error } = useQuery(searchQuery(workspaceId, text));
  const field = useRef<HTMLInputElement>(null);
  // Whoever goes to the search wants to type.
  useEffect(() => field.current?.focus(), []);
  const found = text.trim() === '' ? undefined : data;
  return (
    <>
      <PageHeader title="Search" />
      <PageAlert error={error} />
      <div className="search">
        <TextField.Root
          size="3"
          type="search"
          aria-label="Search chats"
          placeholder="Search chats"
          ref={field}
          maxLength={200}
          value={text}
          onChange={(event) => setSearch(event.target.value === '' ? {} : { q: event.target.value }, { replace: true })}
        >
          <TextField.Slot>
            <Search size={16} strokeWidth={1.75} aria-hidden />
          </TextField.Slot>
        </TextField.Root>
        <div role="status">
          {found?.length === 0 ? (
            <Text as="p" size="2" color="gray">
              No chat of this workspace has “{text}” in it.
            </Text>
          ) : null}
        </div>
        <ul className="found" aria-label="Chats">
          {found?.map((chat) => (
            <li key={chat.id}>
              <Link href={paths.item(workspaceId, 'chat', chat.id)}>
                <bdi className="found-name">{chat.name}</bdi>
                <span className="found-note">
                  <bdi>{chat.userName}</bdi>
                  {chat.excerpt === null ? null : <bdi className="cut">{around(chat.excerpt, text)}</bdi>}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** Characters of a message before what was found in it. */
const BEFORE = 40;

/** The part of a message where a text stands, on one line. */
function around(message: string, text: string): string {
  const at = message.toLowerCase().indexOf(text.trim().toLowerCase());
  const from = Math.max(0, at - BEFORE);
  return `${from > 0 ? '…' : ''}${message.slice(from).replaceAll(/\s+/g, ' ')}`;
}

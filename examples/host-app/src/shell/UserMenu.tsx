import { Avatar, DropdownMenu } from '@radix-ui/themes';
import { locales } from 'guildhall/locales';
import { Languages, LogOut, Mail, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import type { Person } from '../api.js';
import { useAppearance, useLanguage } from '../remembered.js';
import { useSignOut } from '../useSession.js';
import { initialsOf } from './initialsOf.js';

/** Who is signed in, and what is theirs alone: the look, and the way out. */
export function UserMenu({ person }: { person: Person }) {
  const [appearance, setAppearance] = useAppearance();
  const [language, setLanguage] = useLanguage();
  const signOut = useSignOut();
  const other = appearance === 'dark' ? 'light' : 'dark';
  const Icon = other === 'dark' ? Moon : Sun;
  // Inside of the sidebar: what opens belongs to the same landmark, and the page beside it stays there for everybody.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  return (
    <div ref={setPlace}>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger>
          <button type="button" className="side-link side-user">
            <Avatar size="1" radius="full" fallback={initialsOf(person.name)} aria-hidden />
            <bdi className="cut">{person.name}</bdi>
          </button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content
          side="top"
          align="start"
          variant="soft"
          color="gray"
          className="user-menu"
          container={place}
        >
          <DropdownMenu.Label>{person.email}</DropdownMenu.Label>
          <DropdownMenu.Item onSelect={() => setAppearance(other)}>
            <Icon size={16} aria-hidden />
            {other === 'dark' ? 'Dark appearance' : 'Light appearance'}
          </DropdownMenu.Item>
          <DropdownMenu.Sub>
            <DropdownMenu.SubTrigger>
              <Languages size={16} aria-hidden />
              Language of workspaces
            </DropdownMenu.SubTrigger>
            <DropdownMenu.SubContent container={place}>
              <DropdownMenu.RadioGroup value={language} onValueChange={setLanguage}>
                {locales.map(({ code, name }) => (
                  <DropdownMenu.RadioItem key={code} value={code} lang={code}>
                    {name}
                  </DropdownMenu.RadioItem>
                ))}
              </DropdownMenu.RadioGroup>
            </DropdownMenu.SubContent>
          </DropdownMenu.Sub>
          <DropdownMenu.Item asChild>
            <a href="/api/guildhall/outbox" target="_blank" rel="noreferrer">
              <Mail size={16} aria-hidden />
              Outbox of this example
            </a>
          </DropdownMenu.Item>
          <DropdownMenu.Separator />
          <DropdownMenu.Item onSelect={() => signOut.mutate()}>
            <LogOut size={16} aria-hidden />
            Sign out
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Root>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { WorkspaceSwitcher } from 'guildhall';
import { ListTree, MessageSquare, Plus, Settings, Sparkles, SquarePen } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { itemsQuery } from '../api.js';
import type { Item, Kind, Person } from '../api.js';
import { paths } from '../paths.js';
import { ItemDialog } from './ItemDialog.js';
import { UserMenu } from './UserMenu.js';

const SECTIONS: { kind: Kind; label: string; icon: LucideIcon }[] = [
  { kind: 'chats', label: 'Chats', icon: MessageSquare },
  { kind: 'assistants', label: 'Assistants', icon: Sparkles },
  { kind: 'prompts', label: 'Prompts', icon: ListTree },
];

interface SidebarProps {
  person: Person;
  workspaceId: string;
}

/** Which workspace is open, what is in it, and the ways out of it. */
export function Sidebar({ person, workspaceId }: SidebarProps) {
  const [, navigate] = useLocation();
  const { data: items } = useQuery(itemsQuery(workspaceId));
  return (
    <>
      <div className="side-top">
        <WorkspaceSwitcher
          onSwitch={(workspace) => navigate(paths.workspace(workspace.id))}
          onManage={(workspace) => navigate(paths.settings(workspace.id))}
        />
      </div>
      <nav className="side-items" aria-label="Workspace">
        <SideLink href={paths.workspace(workspaceId)} icon={SquarePen} name="New chat" />
        {SECTIONS.map(({ kind, label, icon }) => (
          <SideSection key={kind} {...{ kind, label, icon, workspaceId }} items={items?.[kind]} />
        ))}
      </nav>
      <div className="side-bottom">
        <SideLink href={paths.settings(workspaceId)} isAlsoAt="/settings" icon={Settings} name="Settings" />
        <UserMenu person={person} />
      </div>
    </>
  );
}

interface SideLinkProps {
  href: string;
  icon: LucideIcon;
  name: string;
  /** Part of the addresses that this link stands for too. */
  isAlsoAt?: string;
}

function SideLink({ href, icon: Icon, name, isAlsoAt }: SideLinkProps) {
  const [location] = useLocation();
  const isCurrent = location === href || (isAlsoAt !== undefined && location.includes(isAlsoAt));
  return (
    <Link href={href} className="side-link" aria-current={isCurrent ? 'page' : undefined}>
      <Icon size={16} strokeWidth={1.75} aria-hidden />
      <bdi className="cut">{name}</bdi>
    </Link>
  );
}

interface SideSectionProps {
  kind: Kind;
  label: string;
  icon: LucideIcon;
  workspaceId: string;
  items: readonly Item[] | undefined;
}

function SideSection({ kind, label, icon, workspaceId, items }: SideSectionProps) {
  const id = useId();
  const [, navigate] = useLocation();
  const [isAdding, setAdding] = useState(false);
  // New chats have a link of their own.
  const canAdd = kind !== 'chats';
  if (!items || (items.length === 0 && !canAdd)) return null;
  return (
    <section className="side-section" aria-labelledby={id}>
      <div className="side-head">
        <h2 id={id}>{label}</h2>
        {canAdd ? (
          <button type="button" className="side-add" aria-label={ADD[kind]} onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden />
          </button>
        ) : null}
      </div>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <SideLink href={paths.item(workspaceId, kind, item.id)} icon={icon} name={item.name} />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <ItemDialog
          kind={kind}
          workspaceId={workspaceId}
          onClose={() => setAdding(false)}
          onDone={(itemId) => navigate(paths.item(workspaceId, kind, itemId))}
        />
      ) : null}
    </section>
  );
}

const ADD: Record<Kind, string> = { chats: 'New chat', assistants: 'New assistant', prompts: 'New prompt' };

import { WorkspaceSwitcher, useEntities } from 'guildhall';
import { Plus, Search, Settings, SquarePen } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Kind, Person } from '../api.js';
import { KINDS, wordsOf } from '../kinds.js';
import { paths } from '../paths.js';
import { ItemDialog } from './ItemDialog.js';
import { UserMenu } from './UserMenu.js';

/** Rows of a kind until more are asked for. */
const FEW = 6;

interface SidebarProps {
  person: Person;
  workspaceId: string;
}

/** Which workspace is open, what is in it, and the ways out of it. */
export function Sidebar({ person, workspaceId }: SidebarProps) {
  const [, navigate] = useLocation();
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
        <SideLink href={paths.search(workspaceId)} icon={Search} name="Search" />
        <SideSections workspaceId={workspaceId} />
      </nav>
      <div className="side-bottom">
        <SideLink href={paths.settings(workspaceId)} isAlsoAt="/settings" icon={Settings} name="Settings" />
        <UserMenu person={person} />
      </div>
    </>
  );
}

/** All lists at once, so that none pushes another down. */
function SideSections({ workspaceId }: { workspaceId: string }) {
  const lists = [
    useEntities({ kind: 'chat' }),
    useEntities({ kind: 'assistant' }),
    useEntities({ kind: 'prompt' }),
    useEntities({ kind: 'file' }),
  ];
  if (lists.some(({ isPending }) => isPending)) return null;
  return KINDS.map(({ kind }) => <SideSection key={kind} kind={kind} workspaceId={workspaceId} />);
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

/** What the workspace has of one kind, whoever made it, as it changes. */
function SideSection({ kind, workspaceId }: { kind: Kind; workspaceId: string }) {
  const id = useId();
  const [, navigate] = useLocation();
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState(FEW);
  const { data, hasNextPage, fetchNextPage } = useEntities({ kind });
  const items = data?.pages.flatMap((page) => page.items);
  const { label, icon, add } = wordsOf(kind);
  // New chats have a link of their own.
  const canAdd = kind !== 'chat';
  if (!items || (items.length === 0 && !canAdd)) return null;
  const showMore = () => {
    setShown((count) => count * 4);
    if (items.length <= shown * 4 && hasNextPage) void fetchNextPage();
  };
  return (
    <section className="side-section" aria-labelledby={id}>
      <div className="side-head">
        <h2 id={id}>{label}</h2>
        {canAdd ? (
          <button type="button" className="side-add" aria-label={add} onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden />
          </button>
        ) : null}
      </div>
      <ul>
        {items.slice(0, shown).map((item) => (
          <li key={item.id}>
            <SideLink href={paths.item(workspaceId, kind, item.id)} icon={icon} name={item.title} />
          </li>
        ))}
      </ul>
      {items.length > shown || hasNextPage ? (
        <button type="button" className="side-more" onClick={showMore}>
          Show more<span className="visually-hidden"> of {label}</span>
        </button>
      ) : null}
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

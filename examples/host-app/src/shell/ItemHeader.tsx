import { AlertDialog, Button, Callout, Flex, IconButton } from '@radix-ui/themes';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask, itemPath } from '../api.js';
import type { Item, Kind, Person } from '../api.js';
import { wordsOf } from '../kinds.js';
import { paths } from '../paths.js';
import { useIsTakenAway, useTakeAway } from '../useTakeAway.js';
import { ItemDialog } from './ItemDialog.js';
import { MoveDialog } from './MoveDialog.js';
import { PageHeader } from './PageHeader.js';
import { ShareMenu } from './ShareMenu.js';

interface ItemHeaderProps {
  kind: Kind;
  workspaceId: string;
  item: Item | undefined;
  person: Person;
}

/** The bar above an item: its name, who sees it, and what its maker can do with it. */
export function ItemHeader({ kind, workspaceId, item, person }: ItemHeaderProps) {
  const [isRenaming, setRenaming] = useState(false);
  const isMine = item?.userId === person.id;
  const isTakenAway = useIsTakenAway(item?.id ?? '');
  return (
    <>
      <PageHeader title={item?.name} onRename={isMine ? () => setRenaming(true) : undefined}>
        {item ? (
          <div className="item-actions">
            {isTakenAway ? null : <ShareMenu kind={kind} id={item.id} workspaceId={workspaceId} isMine={isMine} />}
            {isMine && kind === 'chat' ? <MoveDialog workspaceId={workspaceId} chat={item} /> : null}
            {isMine ? <DeleteButton kind={kind} workspaceId={workspaceId} item={item} /> : null}
          </div>
        ) : null}
      </PageHeader>
      {isRenaming && item ? (
        <ItemDialog kind={kind} workspaceId={workspaceId} item={item} onClose={() => setRenaming(false)} />
      ) : null}
    </>
  );
}

function DeleteButton({ kind, workspaceId, item }: { kind: Kind; workspaceId: string; item: Item }) {
  const [, navigate] = useLocation();
  const { one, remove } = wordsOf(kind);
  const deletion = useTakeAway({
    workspaceId,
    kind,
    id: item.id,
    take: () => ask(itemPath(workspaceId, kind, item.id), 'DELETE'),
    onDone: () => navigate(paths.workspace(workspaceId)),
  });
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger>
        <IconButton type="button" size="1" variant="ghost" color="gray" aria-label={remove}>
          <Trash2 size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </AlertDialog.Trigger>
      <AlertDialog.Content maxWidth="440px">
        <AlertDialog.Title size="4" weight="medium">
          Delete <bdi>{item.name}</bdi>?
        </AlertDialog.Title>
        <AlertDialog.Description size="2">
          This {one} disappears for everyone in the workspace, at once and for good.
        </AlertDialog.Description>
        {deletion.error ? (
          <Callout.Root color="red" role="alert" size="1" mt="3">
            <Callout.Text>{deletion.error.message}</Callout.Text>
          </Callout.Root>
        ) : null}
        <Flex gap="2" justify="end" mt="4">
          <AlertDialog.Cancel>
            <Button type="button" variant="soft" color="gray">
              Cancel
            </Button>
          </AlertDialog.Cancel>
          <Button type="button" color="red" loading={deletion.isPending} onClick={() => deletion.mutate()}>
            {remove}
          </Button>
        </Flex>
      </AlertDialog.Content>
    </AlertDialog.Root>
  );
}

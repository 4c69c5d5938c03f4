import { Button, Callout, Dialog, Flex, IconButton, RadioGroup, Text } from '@radix-ui/themes';
import { useWorkspaces } from 'guildhall';
import { FolderInput } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ask, itemPath } from '../api.js';
import type { Item } from '../api.js';
import { paths } from '../paths.js';
import { useTakeAway } from '../useTakeAway.js';

interface MoveDialogProps {
  /** Where it is. */
  workspaceId: string;
  chat: Item;
}

/** Takes a chat of one's own to another of one's workspaces. */
export function MoveDialog({ workspaceId, chat }: MoveDialogProps) {
  const [, navigate] = useLocation();
  const [target, setTarget] = useState('');
  const move = useTakeAway({
    workspaceId,
    kind: 'chat',
    id: chat.id,
    take: () => ask(`${itemPath(workspaceId, 'chat', chat.id)}/move`, 'POST', { workspaceId: target }),
    onDone: () => navigate(paths.item(target, 'chat', chat.id)),
  });
  return (
    <Dialog.Root>
      <Dialog.Trigger>
        <IconButton type="button" size="1" variant="ghost" color="gray" aria-label="Move to another workspace">
          <FolderInput size={16} strokeWidth={1.75} aria-hidden />
        </IconButton>
      </Dialog.Trigger>
      <Dialog.Content maxWidth="440px">
        <Dialog.Title size="4" weight="medium">
          Move <bdi>{chat.name}</bdi>
        </Dialog.Title>
        <Dialog.Description size="2">
          Everyone in the workspace that you choose can read it. Those who are only in this one no longer can.
        </Dialog.Description>
        <Targets from={workspaceId} target={target} onTarget={setTarget} />
        {move.error ? (
          <Callout.Root color="red" role="alert" size="1" mt="3">
            <Callout.Text>{move.error.message}</Callout.Text>
          </Callout.Root>
        ) : null}
        <Flex gap="2" justify="end" mt="4">
          <Dialog.Close>
            <Button type="button" variant="soft" color="gray">
              Cancel
            </Button>
          </Dialog.Close>
          <Button type="button" disabled={target === ''} loading={move.isPending} onClick={() => move.mutate()}>
            Move chat
          </Button>
        </Flex>
      </Dialog.Content>
    </Dialog.Root>
  );
}

interface TargetsProps {
  from: string;
  target: string;
  onTarget(workspaceId: string): void;
}

/** One's other workspaces. */
function Targets({ from, target, onTarget }: TargetsProps) {
  const { data, isError, hasNextPage, fetchNextPage, refetch } = useWorkspaces();
  if (isError)
    return (
      <Callout.Root color="red" role="alert" size="1" mt="3">
        <Callout.Text>
          Your workspaces could not be loaded.{' '}
          <Button type="button" size="1" variant="ghost" onClick={() => void refetch()}>
            Try again
          </Button>
        </Callout.Text>
      </Callout.Root>
    );
  const others = data?.pages.flatMap((page) => page.items).filter(({ id }) => id !== from);
  if (others?.length === 0 && !hasNextPage)
    return (
      <Text as="p" size="2" color="gray" mt="3">
        You are in no other workspace.
      </Text>
    );
  return (
    <RadioGroup.Root className="targets" aria-label="Workspace" value={target} onValueChange={onTarget}>
      {others?.map(({ id, name }) => (
        <RadioGroup.Item key={id} value={id}>
          <bdi>{name}</bdi>
        </RadioGroup.Item>
      ))}
      {hasNextPage ? (
        <Button type="button" size="1" variant="ghost" onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </RadioGroup.Root>
  );
}

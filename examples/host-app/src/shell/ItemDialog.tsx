import { Button, Callout, Dialog, Flex, Text, TextArea, TextField } from '@radix-ui/themes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { FormEvent } from 'react';
import { ask, createItem, itemPath } from '../api.js';
import type { Item, Kind } from '../api.js';

const TITLES: Record<Kind, { add: string; rename: string; content: string }> = {
  chats: { add: 'New chat', rename: 'Rename chat', content: '' },
  assistants: { add: 'New assistant', rename: 'Rename assistant', content: 'What should it do?' },
  prompts: { add: 'New prompt', rename: 'Rename prompt', content: 'Prompt' },
};

interface ItemDialogProps {
  kind: Kind;
  workspaceId: string;
  /** The one to rename. @default a new one is made */
  item?: Item | undefined;
  onClose(): void;
  onDone?(itemId: string): void;
}

/** Makes an assistant or a prompt, or gives anything another name. */
export function ItemDialog({ kind, workspaceId, item, onClose, onDone }: ItemDialogProps) {
  const id = useId();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (values: Record<string, string>) =>
      item
        ? ask<{ id: string }>(itemPath(workspaceId, kind, item.id), 'PATCH', values)
        : createItem(workspaceId, kind, values),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['items', workspaceId] });
      onClose();
      onDone?.(saved.id);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(Object.fromEntries([...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)])));
  };
  const words = TITLES[kind];
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Content maxWidth="480px" aria-describedby={undefined}>
        <Dialog.Title size="4" weight="medium">
          {item ? words.rename : words.add}
        </Dialog.Title>
        <form onSubmit={submit} className="item-form">
          <div className="field">
            <Text as="label" size="2" weight="medium" htmlFor={`${id}-name`}>
              Name
            </Text>
            <TextField.Root id={`${id}-name`} name="name" required maxLength={120} defaultValue={item?.name ?? ''} />
          </div>
          {item ? null : (
            <div className="field">
              <Text as="label" size="2" weight="medium" htmlFor={`${id}-content`}>
                {words.content}
              </Text>
              <TextArea id={`${id}-content`} name="content" required maxLength={20_000} rows={5} />
            </div>
          )}
          {save.error ? (
            <Callout.Root color="red" role="alert" size="1">
              <Callout.Text>{save.error.message}</Callout.Text>
            </Callout.Root>
          ) : null}
          <Flex gap="2" justify="end">
            <Button type="button" variant="soft" color="gray" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={save.isPending}>
              {item ? 'Rename' : words.add}
            </Button>
          </Flex>
        </form>
      </Dialog.Content>
    </Dialog.Root>
  );
}

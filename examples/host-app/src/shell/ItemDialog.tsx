import { Button, Callout, Dialog, Flex, Text, TextArea, TextField } from '@radix-ui/themes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { FormEvent } from 'react';
import { ask, createItem, itemPath } from '../api.js';
import type { Item, Kind } from '../api.js';
import { wordsOf } from '../kinds.js';

const CONTENT: Record<Kind, string> = {
  chat: '',
  assistant: 'What should it do?',
  prompt: 'Prompt',
  file: 'Text',
};

interface ItemDialogProps {
  kind: Kind;
  workspaceId: string;
  /** The one to rename. @default a new one is made */
  item?: Item | undefined;
  onClose(): void;
  onDone?(itemId: string): void;
}

/** Makes an assistant, a prompt or a file, or gives anything another name. */
export function ItemDialog({ kind, workspaceId, item, onClose, onDone }: ItemDialogProps) {
  const id = useId();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (values: Record<string, string>) =>
      item
        ? ask<{ id: string }>(itemPath(workspaceId, kind, item.id), 'PATCH', values)
        : createItem(workspaceId, kind, kind === 'file' ? { ...values, type: 'text/plain' } : values),
    onSuccess: async (saved) => {
      await client.invalidateQueries({ queryKey: ['items', workspaceId, kind, saved.id] });
      onClose();
      onDone?.(saved.id);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(Object.fromEntries([...new FormData(event.currentTarget)].map(([key, value]) => [key, String(value)])));
  };
  const words = wordsOf(kind);
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
                {CONTENT[kind]}
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

import { Button, Callout, Popover, Switch, Text } from '@radix-ui/themes';
import { Check, Link2 } from 'lucide-react';
import { SharingBadge, useEntity, useSetSharing, useWorkspace } from 'guildhall';
import { useState } from 'react';
import type { Kind } from '../api.js';
import { paths } from '../paths.js';

interface ShareMenuProps {
  kind: Kind;
  id: string;
  workspaceId: string;
  /** Whether whoever looks at it made it. */
  isMine: boolean;
}

/** Who sees an item; for its maker, admins and owners also the way to change that. */
export function ShareMenu({ kind, id, workspaceId, isMine }: ShareMenuProps) {
  const { data } = useEntity(kind, id);
  const { data: workspace } = useWorkspace(workspaceId);
  const change = useSetSharing();
  // What opens belongs to the landmark of its button.
  const [place, setPlace] = useState<HTMLElement | null>(null);
  if (!data || !workspace) return null;
  const { sharing } = data.entity;
  if (!isMine && workspace.viewer.role === 'member') return <SharingBadge sharing={sharing} />;
  return (
    <div ref={setPlace}>
      <Popover.Root>
        <Popover.Trigger>
          <Button type="button" size="1" variant="ghost" color="gray">
            <SharingBadge sharing={sharing} />
          </Button>
        </Popover.Trigger>
        <Popover.Content
          size="2"
          width="320px"
          align="end"
          className="share"
          container={place}
          aria-label="Who can open it"
        >
          <Text as="p" size="2">
            Everyone in <bdi>{workspace.name}</bdi> sees this, whatever is chosen here.
          </Text>
          <Text as="label" size="2" weight="medium" className="check">
            <Switch
              checked={sharing === 'public'}
              onCheckedChange={(isPublic) =>
                change.mutate({ workspaceId, kind, entityId: id, sharing: isPublic ? 'public' : 'private' })
              }
            />
            Anyone with the link can read it
          </Text>
          {change.error ? (
            <Callout.Root color="red" role="alert" size="1">
              <Callout.Text>That could not be changed. It is as before.</Callout.Text>
            </Callout.Root>
          ) : null}
          {sharing === 'public' ? <CopyLink href={new URL(paths.shared(kind, id), location.href).href} /> : null}
        </Popover.Content>
      </Popover.Root>
    </div>
  );
}

function CopyLink({ href }: { href: string }) {
  const [isCopied, setCopied] = useState(false);
  const Icon = isCopied ? Check : Link2;
  const copy = async () => {
    await navigator.clipboard.writeText(href);
    setCopied(true);
  };
  return (
    <Button type="button" variant="soft" onClick={() => void copy().catch(() => setCopied(false))}>
      <Icon size={16} aria-hidden />
      <span aria-live="polite">{isCopied ? 'Link copied' : 'Copy link'}</span>
    </Button>
  );
}

'use client';
import { lazy, Suspense, useState } from 'react';
import type { Workspace } from '../../contract/index.js';
import { useWorkspaceId } from '../../hooks/useWorkspaceId.js';
import type { InviteDialogMessages } from './useInviteWords.js';
import { useTarget } from './useTarget.js';

const InviteDialogPanel = lazy(() =>
  import('./InviteDialogPanel.js').then((module) => ({ default: module.InviteDialogPanel })),
);

export interface InviteDialogProps {
  /** @default the provider's */
  workspaceId?: string | undefined;
  /** Keep the dialog mounted and steer it with this: what was not sent is still there when it opens again. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Addresses to begin with, in any form; they are added each time the dialog opens. @default '' */
  initialText?: string | undefined;
  /** Told when the viewer has made a workspace to invite into, instead of their own. Open it in your app. */
  onWorkspaceCreated?: ((workspace: Workspace) => void) | undefined;
  /** Where the focus goes when it closes; asked then. @default where it came from */
  returnFocus?: (() => HTMLElement | null) | undefined;
  /** Other words. @default {} */
  messages?: InviteDialogMessages | undefined;
}

/**
 * Invites people by e-mail: reads any list of addresses, says what will become of each before it sends,
 * and what did after. Nothing where the adapter has no invitations. Loaded when it opens first.
 *
 * @example
 * const [isInviting, setIsInviting] = useState(false);
 *
 * <button onClick={() => setIsInviting(true)}>Invite people</button>
 * <InviteDialog open={isInviting} onOpenChange={setIsInviting} />
 */
export function InviteDialog({ workspaceId: given, ...props }: InviteDialogProps) {
  const { target, turn, retarget } = useTarget(useWorkspaceId(given), props.open);
  const [wasOpened, setWasOpened] = useState(props.open);
  if (props.open && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;
  return (
    <Suspense fallback={null}>
      <InviteDialogPanel key={turn} {...props} workspaceId={target} onTarget={retarget} />
    </Suspense>
  );
}

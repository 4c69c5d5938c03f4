import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { Invitation } from '../../contract/index.js';
import { useCreateWorkspace, useEntityCounts, useManageInvitation, useWorkspace } from '../../hooks/index.js';
import { useGuildhall } from '../../provider/context.js';
import { useKindWords } from '../parts/useKindWords.js';
import { EMPTY_DRAFT, reduceDraft, withField } from './draft.js';
import type { InviteDialogProps } from './InviteDialog.js';
import { InviteDialogView } from './InviteDialog.view.js';
import { isSendable, planRows } from './rowState.js';
import { useInviteCost } from './useInviteCost.js';
import { useInviteWords } from './useInviteWords.js';
import { usePeopleHere } from './usePeopleHere.js';
import { useSendInvitations } from './useSendInvitations.js';

export interface InviteDialogPanelProps extends InviteDialogProps {
  workspaceId: string;
  /** Told when the dialog is to invite into a workspace that was made for it. */
  onTarget: (workspaceId: string) => void;
}

/** The dialog with its draft, which outlives closing. Loaded when it is opened first. */
export function InviteDialogPanel(props: InviteDialogPanelProps) {
  const { workspaceId, open, onOpenChange, initialText = '', onWorkspaceCreated } = props;
  const { adapter } = useGuildhall();
  const speech = useInviteWords(props.messages);
  const [draft, dispatch] = useReducer(reduceDraft, EMPTY_DRAFT);
  const workspace = useWorkspace(workspaceId);
  const { data: held } = useEntityCounts(workspaceId, { enabled: open });
  const contents = useKindWords().contentsOf(held?.counts ?? []);
  const { mutateAsync: createWorkspace } = useCreateWorkspace();
  const { mutateAsync: askForLink } = useManageInvitation().link;
  const { send, progress, problem, forgetProblem } = useSendInvitations(workspaceId, dispatch);

  const offered = useRef<string | null>(null);
  useEffect(() => {
    if (open && initialText !== '' && offered.current !== initialText) dispatch({ type: 'offered', text: initialText });
    offered.current = open ? initialText : null;
  }, [open, initialText]);

  const withTyped = useMemo(() => withField(draft, speech.parseOptions), [draft, speech]);
  const emails = useMemo(() => draft.rows.flatMap(({ email }) => email ?? []), [draft.rows]);
  const people = usePeopleHere(workspaceId, workspace.data, emails, open);
  const planned = useMemo(() => planRows(draft.rows, people), [draft.rows, people]);
  const ready = planRows(withTyped.rows, people).filter(isSendable);
  const cost = useInviteCost(workspaceId, workspace.data, ready.length, speech);
  const shown = useMemo(() => {
    const sent = draft.sent.map((one) => ({ ...one, invitation: people.latest(one.invitation) }));
    return { ...draft, sent };
  }, [draft, people]);
  const linkOf = useCallback(
    async ({ id }: Invitation) => (await askForLink({ workspaceId, invitationId: id })).url,
    [askForLink, workspaceId],
  );

  if (!open || adapter.invitations === undefined) return null;
  const { resend, link } = adapter.invitations;
  const close = () => {
    if (progress === null) dispatch({ type: 'closed' });
    forgetProblem();
    onOpenChange(false);
  };
  const create = async (name: string) => {
    const made = await createWorkspace({ name });
    props.onTarget(made.id);
    onWorkspaceCreated?.(made);
  };
  return (
    <InviteDialogView
      speech={speech}
      workspace={workspace.data}
      loadError={workspace.data ? null : workspace.error}
      onRetryLoad={() => void workspace.refetch()}
      draft={shown}
      dispatch={dispatch}
      facts={people}
      planned={planned}
      sendable={ready.length}
      contents={contents}
      cost={cost}
      progress={progress}
      problem={problem}
      onSend={() => {
        if (progress !== null || ready.length === 0) return;
        if (withTyped !== draft) dispatch({ type: 'added', text: draft.field.text, options: speech.parseOptions });
        void send(ready);
      }}
      onClose={close}
      returnFocus={props.returnFocus}
      canResend={resend !== undefined}
      linkOf={link && linkOf}
      onCreate={adapter.workspaces.create && create}
    />
  );
}

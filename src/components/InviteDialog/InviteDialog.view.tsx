import { useRef } from 'react';
import type { Dispatch, ReactNode } from 'react';
import type { Invitation, Workspace } from '../../contract/index.js';
import { Dialog } from '../../ui/Dialog.js';
import { Button, Notice, useAnnouncer } from '../../ui/index.js';
import { UNKNOWN_NAME } from '../parts/ScreenDescription.js';
import { Collected } from './Collected.js';
import { CreateInstead } from './CreateInstead.js';
import type { Draft, DraftAction } from './draft.js';
import { InviteFooter } from './InviteFooter.js';
import { countRows } from './rowState.js';
import type { Facts, PlannedRow } from './rowState.js';
import { SentList } from './SentList.js';
import { useDraftNews } from './useDraftNews.js';
import { useFieldShown, useFocusAfterSending } from './useFieldShown.js';
import type { Speech } from './useInviteWords.js';
import type { SendProgress } from './useSendInvitations.js';

export interface InviteDialogViewProps {
  speech: Speech;
  /** Undefined while it is not known. */
  workspace: Workspace | undefined;
  /** Why the workspace is not known, if that is so. */
  loadError: unknown;
  onRetryLoad: () => void;
  draft: Draft;
  dispatch: Dispatch<DraftAction>;
  facts: Facts;
  /** The rows, and what would be sent if the button were pressed now, the field's text included. */
  planned: readonly PlannedRow[];
  sendable: number;
  /** What the workspace holds, in words; null where that is nothing, or not known. */
  contents: string | null;
  /** What it would add to the bill; null where nothing, or where that is not known. */
  cost: string | null;
  progress: SendProgress | null;
  /** What stopped the sending. */
  problem: unknown;
  onSend: () => void;
  onClose: () => void;
  returnFocus: (() => HTMLElement | null) | undefined;
  canResend: boolean;
  linkOf: ((invitation: Invitation) => Promise<string>) | undefined;
  /** Undefined where the viewer cannot make a workspace. */
  onCreate: ((name: string) => Promise<void>) | undefined;
}

/** The last day of the links that were sent. */
const lastDay = (draft: Draft): string =>
  draft.sent
    .map(({ invitation }) => invitation.expiresAt)
    .toSorted()
    .at(-1) ?? '';

const OVER_EACH_OTHER = { gridArea: '1 / 1' };

/** The title without a name, in the room that it will need with one. */
const TitleUnknown = ({ t }: Pick<Speech, 't'>) => (
  <span style={{ display: 'grid' }}>
    <span style={OVER_EACH_OTHER}>{t('titleUnknown')}</span>
    <span style={{ ...OVER_EACH_OTHER, visibility: 'hidden' }}>{t('title', { workspace: UNKNOWN_NAME })}</span>
  </span>
);

function titleOf({ speech: { t }, draft, workspace, planned }: InviteDialogViewProps): ReactNode {
  const count = draft.sent.length;
  if (count === 0) return workspace ? t('title', { workspace: workspace.name }) : <TitleUnknown t={t} />;
  const { ready, fix, waiting } = countRows(planned);
  const rest = ready + fix + waiting + (draft.field.editing ? 1 : 0);
  const sent = t('sentTitle', { count });
  return rest === 0 ? sent : t('sentAndNot', { sent, rest: t('notSentCount', { count: rest }) });
}

/** What the invited will see, history included. */
const exposureOf = (t: Speech['t'], workspace: string, contents: string | null): string =>
  contents === null ? t('exposure', { workspace }) : t('exposureOf', { workspace, contents });

/** Why nobody can be invited here. */
function Refused(props: InviteDialogViewProps) {
  const { speech, workspace, loadError } = props;
  const { t, explain } = speech;
  return (
    <Dialog title={titleOf(props)} closeLabel={t('close')} onClose={props.onClose} returnFocus={props.returnFocus}>
      <div className="gh-invite-refused">
        {loadError === null ? (
          <Notice tone="error">{t('forbidden', { workspace: workspace?.name ?? '' })}</Notice>
        ) : (
          <Notice tone="error" actions={<Button onClick={props.onRetryLoad}>{t('retry')}</Button>}>
            {explain(loadError)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
}

/** Collects addresses, says what will become of each, and after sending what did. */
export function InviteDialogView(props: InviteDialogViewProps) {
  const { speech, workspace, draft, planned, sendable, progress } = props;
  const { t } = speech;
  const field = useRef<HTMLInputElement>(null);
  const { announce, region } = useAnnouncer();
  useDraftNews(draft, planned, speech, announce);
  const closeButton = useRef<HTMLButtonElement>(null);
  const { showsField, askForMore } = useFieldShown(draft, planned, field);
  useFocusAfterSending(progress !== null, draft, field, closeButton);

  const mayInvite = workspace?.viewer.permissions.includes('members:invite') ?? true;
  if (!mayInvite || props.loadError !== null) return <Refused {...props} />;

  const hasSent = draft.sent.length > 0;
  const isEmpty = planned.length === 0 && draft.field.text.trim() === '';
  return (
    <Dialog
      className="gh-invite"
      title={titleOf(props)}
      description={hasSent ? t('sentDescription', { date: speech.format.day(lastDay(draft)) }) : t('description')}
      closeLabel={t('close')}
      onClose={props.onClose}
      returnFocus={props.returnFocus}
      initialFocus={field}
      onSubmit={props.onSend}
      footer={
        <InviteFooter
          t={t}
          exposure={
            workspace?.isHome || hasSent ? null : exposureOf(t, workspace?.name ?? UNKNOWN_NAME, props.contents)
          }
          isExposureAwaited={workspace === undefined}
          cost={hasSent && sendable === 0 ? null : props.cost}
          problem={props.problem === null ? null : speech.explain(props.problem)}
          closeButton={closeButton}
          sendable={sendable}
          hasSent={hasSent}
          isSending={progress !== null}
          whyNot={t(isEmpty ? 'nothingToSend' : 'nothingReady')}
          onClose={props.onClose}
          onMore={showsField ? undefined : askForMore}
        />
      }
    >
      {workspace?.isHome && !hasSent ? (
        <CreateInstead speech={speech} contents={props.contents} onCreate={props.onCreate} />
      ) : null}
      {hasSent ? <SentList sent={draft.sent} speech={speech} linkOf={props.linkOf} /> : null}
      {hasSent && (draft.field.editing || planned.length > 0) ? (
        <h3 className="gh-invite-heading">{t('notSent')}</h3>
      ) : null}
      <Collected {...props} field={field} showsField={showsField} isSending={progress !== null} />
      <p role="status" className="gh-invite-progress">
        {progress && progress.done > 0 ? t('progress', { done: progress.done, total: progress.total }) : null}
      </p>
      {region}
    </Dialog>
  );
}

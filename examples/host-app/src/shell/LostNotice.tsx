import { Callout, IconButton } from '@radix-ui/themes';
import { X } from 'lucide-react';

interface LostNoticeProps {
  /** The workspace that was open until somebody took it away, or null. */
  lostName: string | null;
  /** The one that is open instead. */
  openName: string | undefined;
  onSeen(): void;
}

/** Why the workspace on the screen is suddenly another one. */
export function LostNotice({ lostName, openName, onSeen }: LostNoticeProps) {
  return (
    <div role="status">
      {lostName === null ? null : (
        <Callout.Root size="1" color="amber" className="lost">
          <Callout.Text>
            You are no longer in <bdi>{lostName}</bdi>. This is <bdi>{openName ?? 'another workspace'}</bdi>.
          </Callout.Text>
          <IconButton type="button" size="1" variant="ghost" color="gray" aria-label="Dismiss" onClick={onSeen}>
            <X size={16} aria-hidden />
          </IconButton>
        </Callout.Root>
      )}
    </div>
  );
}

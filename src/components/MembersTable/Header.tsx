import { Button } from '../../ui/index.js';
import { UNKNOWN_NAME } from '../parts/ScreenDescription.js';
import type { Words } from './context.js';
import type { MembersTableViewProps } from './types.js';

const HIDDEN = { visibility: 'hidden' } as const;

interface HeaderProps {
  t: Words;
  workspaceName: string | undefined;
  onInvite: MembersTableViewProps['onInvite'];
}

/** The title, what it means to be here, and the way in for others: both keep their room until it is known who asks. */
export function Header({ t, workspaceName, onInvite }: HeaderProps) {
  const isUnknown = workspaceName === undefined;
  const kept = isUnknown ? HIDDEN : undefined;
  return (
    <header className="gh-header">
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <p className="gh-description" style={kept}>
          {t('description', { workspace: workspaceName ?? UNKNOWN_NAME })}
        </p>
      </div>
      {onInvite || isUnknown ? (
        <Button variant="primary" style={kept} onClick={() => onInvite?.('')}>
          {t('invite')}
        </Button>
      ) : null}
    </header>
  );
}

import { Button } from '../../ui/index.js';
import type { Words } from './context.js';
import type { MembersTableViewProps } from './types.js';

interface HeaderProps {
  t: Words;
  workspaceName: string | undefined;
  onInvite: MembersTableViewProps['onInvite'];
}

/** The title, what it means to be here, and the way in for others. */
export function Header({ t, workspaceName, onInvite }: HeaderProps) {
  return (
    <header className="gh-header">
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <p className="gh-description">
          {workspaceName === undefined ? '\u00a0' : t('description', { workspace: workspaceName })}
        </p>
      </div>
      {onInvite ? (
        <Button variant="primary" onClick={() => onInvite('')}>
          {t('invite')}
        </Button>
      ) : null}
    </header>
  );
}

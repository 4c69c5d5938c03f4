import { Button } from '../../ui/index.js';
import { ScreenDescription } from '../parts/ScreenDescription.js';
import type { Words } from './context.js';
import type { MembersTableViewProps } from './types.js';

interface HeaderProps {
  t: Words;
  workspaceName: string | undefined;
  onInvite: MembersTableViewProps['onInvite'];
}

/** The title, what it means to be here, and the way in for others: both keep their room until it is known who asks. */
export function Header({ t, workspaceName, onInvite }: HeaderProps) {
  return (
    <header className="gh-header">
      <div>
        <h2 className="gh-title">{t('title')}</h2>
        <ScreenDescription workspaceName={workspaceName} of={(name) => t('description', { workspace: name })} />
      </div>
      {onInvite || workspaceName === undefined ? (
        <Button variant="primary" style={onInvite ? {} : { visibility: 'hidden' }} onClick={() => onInvite?.('')}>
          {t('invite')}
        </Button>
      ) : null}
    </header>
  );
}

import { useContext } from 'react';
import { GuildhallContext } from '../provider/context.js';
import { RowMessage } from './RowMessage.js';
import type { RowMessageProps } from './RowMessage.js';

/**
 * A list that has nothing to show says so: in the host's own way where one was given, else on the grid of its rows.
 *
 * @example <EmptyState icon={<Search />} title={t('noMatch')} role="status" />
 */
export function EmptyState(props: RowMessageProps) {
  const Own = useContext(GuildhallContext)?.components.EmptyState;
  if (Own === undefined) return <RowMessage {...props} />;
  const { icon, title, children = null, actions = null, role } = props;
  return (
    <div className="gh-empty" role={role}>
      <Own icon={icon} title={title} actions={actions}>
        {children}
      </Own>
    </div>
  );
}

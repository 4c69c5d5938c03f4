import type { ReactNode } from 'react';
import { ROLES } from '../../contract/index.js';
import { SearchField, SelectField } from '../../ui/index.js';
import type { Words } from './context.js';
import type { MembersTableViewProps } from './types.js';

type ToolbarProps = Pick<MembersTableViewProps, 'filters' | 'onFilter' | 'canSearch'> & {
  t: Words;
  children: ReactNode;
};

/** Search, the role filter, and what else there is. */
export function Toolbar({ t, filters, onFilter, canSearch, children }: ToolbarProps) {
  return (
    <div className="gh-toolbar">
      {canSearch ? (
        <SearchField
          label={t('search')}
          placeholder={t('searchBy')}
          clearLabel={t('clearSearch')}
          value={filters.search}
          onChange={(search) => onFilter({ search })}
        />
      ) : null}
      <SelectField
        label={t('filter')}
        value={filters.role}
        options={[
          { value: 'all', label: t('allRoles') },
          ...ROLES.map((role) => ({ value: role, label: t(`${role}s`) })),
        ]}
        onChange={(role) => onFilter({ role })}
      />
      {children}
    </div>
  );
}

import { Lock, Search, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { isGuildhallError } from '../../contract/index.js';
import type { Workspace } from '../../contract/index.js';
import { Button, ListError, RowMessage, TextField } from '../../ui/index.js';
import type { Words } from './roleOptions.js';
import type { Filters } from './types.js';

/** The line where a group's label would stand. */
function MessageHead({ children }: { children: string }) {
  return (
    <div className="gh-group-head gh-head">
      <span className="gh-group-name">{children}</span>
    </div>
  );
}

interface FailedProps {
  t: Words;
  explain: (error: unknown) => string;
  error: unknown;
  isRetrying: boolean;
  onRetry: () => void;
}

/** The list did not load: what went wrong, what still holds, and another try where that may help. */
export function Failed({ t, explain, error, isRetrying, onRetry }: FailedProps) {
  if (isGuildhallError(error, 'forbidden') || isGuildhallError(error, 'not_found')) {
    return (
      <RowMessage role="status" icon={<Lock />} title={t('forbidden')}>
        {t('forbiddenText')}
      </RowMessage>
    );
  }
  return (
    <>
      <MessageHead>{t('title')}</MessageHead>
      <ListError title={t('failed')} retryLabel={t('retry')} onRetry={onRetry} pending={isRetrying}>
        {t('failedText', { reason: explain(error) })}
      </ListError>
    </>
  );
}

interface NoMatchesProps {
  t: Words;
  filters: Filters;
  workspace: Workspace | undefined;
  searchesInvitations: boolean;
  onInvite: ((addresses: string) => void) | undefined;
  onClear: () => void;
}

/** Nobody is like that; an address that nobody has can be invited. */
export function NoMatches({ t, filters, workspace, searchesInvitations, onInvite, onClear }: NoMatchesProps) {
  const search = filters.search.trim();
  const isAddress = /^\S+@\S+\.\S+$/.test(search);
  const isolated = { search: <bdi key="search">{search}</bdi> };
  const count = workspace?.memberCount;
  return (
    <>
      <MessageHead>{t('noMatches')}</MessageHead>
      <RowMessage
        role="status"
        icon={<Search />}
        title={search === '' ? t('nobodyHasRole') : t.parts(isAddress ? 'nobodyUses' : 'nobodyMatches', isolated)}
        actions={
          <>
            {isAddress && onInvite ? (
              <Button onClick={() => onInvite(search)}>{t('inviteAddress', { email: search })}</Button>
            ) : null}
            <Button variant="ghost" onClick={onClear}>
              {search === '' ? t('clearFilters') : t('clearSearch')}
            </Button>
          </>
        }
      >
        {count === undefined ? null : t(searchesInvitations ? 'searchedInvitationsToo' : 'searched', { count })}
      </RowMessage>
    </>
  );
}

/** Nobody but the viewer: inviting is the thing to do, so it is here. */
export function OnlyYou({ t, onInvite }: { t: Words; onInvite: (addresses: string) => void }) {
  const [addresses, setAddresses] = useState('');
  return (
    <RowMessage icon={<UserPlus />} circle="dashed" title={t('onlyYou')}>
      {t('onlyYouText')}
      <form
        className="gh-only-you"
        onSubmit={(event) => {
          event.preventDefault();
          onInvite(addresses);
        }}
      >
        <TextField
          label={t('addresses')}
          hidesLabel
          placeholder={t('addresses')}
          value={addresses}
          onChange={(event) => setAddresses(event.target.value)}
          autoComplete="off"
          inputMode="email"
        />
        <Button variant="primary" type="submit">
          {t('invite')}
        </Button>
      </form>
    </RowMessage>
  );
}

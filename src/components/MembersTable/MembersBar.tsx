import type { Invitation, Member, Role, Workspace } from '../../contract/index.js';
import { Button, MenuButton, choice } from '../../ui/index.js';
import { BulkBar } from './BulkBar.js';
import type { MembersAsk } from './memberMenu.js';
import { roleOptions } from './roleOptions.js';
import type { Words } from './roleOptions.js';
import { Toolbar } from './Toolbar.js';
import type { MembersTableViewProps } from './types.js';
import type { useSelection } from './useSelection.js';

interface MembersBarProps extends Pick<
  MembersTableViewProps,
  'actions' | 'workspace' | 'filters' | 'onFilter' | 'canSearch'
> {
  t: Words;
  people: ReturnType<typeof useSelection<Member>>;
  waiting: ReturnType<typeof useSelection<Invitation>>;
  ask: MembersAsk;
}

function PeopleBar({ t, people, actions, workspace, ask }: MembersBarProps & { workspace: Workspace }) {
  const { changeRole } = actions;
  const entries = () => [
    choice<Role>({
      label: t('changeRole'),
      value: null,
      options: roleOptions(t, workspace.viewer.assignableRoles),
      onChoose: (role) => changeRole?.(people.items, role),
    }),
  ];
  return (
    <BulkBar
      t={t}
      label={t('peopleSelected', { count: people.items.length })}
      isAll={people.isAll}
      onToggleAll={people.toggleAll}
      onClear={people.clear}
    >
      {changeRole ? (
        <span className="gh-positioned">
          <MenuButton
            variant="surface"
            className="gh-select"
            data-look="framed"
            align="start"
            label={t('changeRole')}
            labelsButton={false}
            entries={entries}
          >
            {t('changeRole')}
          </MenuButton>
        </span>
      ) : null}
      {actions.offers.remove ? (
        <Button variant="surface" destructive onClick={() => ask({ kind: 'remove', members: people.items })}>
          {t('removeSelected')}
        </Button>
      ) : null}
    </BulkBar>
  );
}

function WaitingBar({ t, waiting, actions, ask }: MembersBarProps) {
  const { resend } = actions;
  return (
    <BulkBar
      t={t}
      label={t('invitationsSelected', { count: waiting.items.length })}
      isAll={waiting.isAll}
      onToggleAll={waiting.toggleAll}
      onClear={waiting.clear}
    >
      {resend ? (
        <Button
          variant="surface"
          onClick={() => {
            resend(waiting.items);
            waiting.clear();
          }}
        >
          {t('resend')}
        </Button>
      ) : null}
      {actions.offers.revoke ? (
        <Button variant="surface" destructive onClick={() => ask({ kind: 'revoke', invitations: waiting.items })}>
          {t('revokeSelected')}
        </Button>
      ) : null}
    </BulkBar>
  );
}

/** The toolbar, or what can be done with what is selected, in the same place. */
export function MembersBar(props: MembersBarProps) {
  const { people, waiting, workspace } = props;
  if (workspace && people.items.length > 0) return <PeopleBar {...props} workspace={workspace} />;
  if (waiting.items.length > 0) return <WaitingBar {...props} />;
  return <Toolbar t={props.t} filters={props.filters} onFilter={props.onFilter} canSearch={props.canSearch} />;
}

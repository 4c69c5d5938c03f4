import { useQueries } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { isExpired, normaliseEmail, placesLeft } from '../../contract/index.js';
import type { Invitation, Member, Workspace } from '../../contract/index.js';
import { useInvitations, useMembers } from '../../hooks/index.js';
import { keys } from '../../hooks/keys.js';
import { queryDefaults } from '../../hooks/queryOptions.js';
import type { PagesResult } from '../../hooks/index.js';
import { useGuildhall } from '../../provider/context.js';
import type { Facts, Standing } from './rowState.js';

/** The largest page: most workspaces fit into it, and then everybody is known without asking for each. */
const PAGE = 200;

/** Addresses that are looked up one by one where the lists are longer. The server knows about the rest. */
const MAX_LOOKUPS = 25;

/** Providers whose domain says nothing about a workspace. */
const PUBLIC_DOMAIN = /^(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|gmx|web|proton|protonmail)\./;

/** What is known about the workspace. */
export interface PeopleHere extends Facts {
  /** The latest of an invitation, where it is among those that are loaded. */
  latest(invitation: Invitation): Invitation;
}

function domainsOf(members: readonly Member[]): string[] {
  const counts = new Map<string, number>();
  for (const { email } of members) {
    const domain = normaliseEmail(email).split('@')[1] ?? '';
    if (domain !== '' && !PUBLIC_DOMAIN.test(domain)) counts.set(domain, (counts.get(domain) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([domain]) => domain);
}

const itemsOf = <T>(data: PagesResult<T>['data']): readonly T[] => data?.pages.flatMap((page) => page.items) ?? [];
const isComplete = ({ data, hasNextPage }: PagesResult<unknown>): boolean => data !== undefined && !hasNextPage;

const MINUTE = 60_000;

/** What is known while the workspace is not. */
const ONLY_MEMBERS: Facts['assignableRoles'] = ['member'];

/** The answers alone, so that they stay the same while they are. */
const answersOf = (results: readonly UseQueryResult<Standing | null>[]) => results.map(({ data }) => data ?? null);

/** Looks addresses up that the loaded lists do not tell about. What fails is learned at sending. */
function useLookups(workspaceId: string, emails: readonly string[]): ReadonlyMap<string, Standing | null> {
  const { adapter, queryClient } = useGuildhall();
  const answers = useQueries(
    {
      queries: emails.map((email) => ({
        ...queryDefaults,
        retry: false,
        queryKey: [...keys.all(adapter), 'inviteDialog.lookUp', workspaceId, email],
        queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Standing | null> => {
          const input = { workspaceId, search: email, limit: 10 };
          const [members, invitations] = await Promise.all([
            adapter.members.list(input, { signal }),
            adapter.invitations?.list(input, { signal }),
          ]);
          if (members.items.some((member) => normaliseEmail(member.email) === email)) return { kind: 'member' };
          const invitation = invitations?.items.find((found) => found.email === email);
          return invitation ? { kind: 'invited', invitation } : null;
        },
      })),
      combine: answersOf,
    },
    queryClient,
  );
  return useMemo(() => new Map(emails.map((email, index) => [email, answers[index] ?? null])), [emails, answers]);
}

/** Who is in the workspace and who is invited, as far as this dialog needs to know before it sends. */
export function usePeopleHere(
  workspaceId: string,
  workspace: Workspace | undefined,
  emails: readonly string[],
  enabled: boolean,
): PeopleHere {
  const { adapter, now } = useGuildhall();
  const memberPages = useMembers({ workspaceId, limit: PAGE }, { enabled });
  const invitationPages = useInvitations({ workspaceId, limit: PAGE }, { enabled });
  const members = useMemo(() => itemsOf(memberPages.data), [memberPages.data]);
  const invitations = useMemo(() => itemsOf(invitationPages.data), [invitationPages.data]);
  const known = useMemo(() => {
    const standings = new Map<string, Standing>();
    for (const invitation of invitations) standings.set(invitation.email, { kind: 'invited', invitation });
    for (const { email } of members) standings.set(normaliseEmail(email), { kind: 'member' });
    return { standings, byId: new Map(invitations.map((invitation) => [invitation.id, invitation])) };
  }, [members, invitations]);

  const mayLookUp =
    enabled &&
    adapter.supports.search &&
    memberPages.isSuccess &&
    invitationPages.isSuccess &&
    !(isComplete(memberPages) && isComplete(invitationPages));
  const unknown = useMemo(
    () => (mayLookUp ? emails.filter((email) => !known.standings.has(email)).slice(0, MAX_LOOKUPS) : []),
    [emails, mayLookUp, known],
  );
  const lookedUp = useLookups(workspaceId, unknown);

  // To the minute, so that what is known stays the same while one types.
  const at = Math.floor(now() / MINUTE) * MINUTE;
  return useMemo(() => {
    const live = invitations.filter((invitation) => !isExpired(invitation, at)).length;
    return {
      domains: domainsOf(members),
      latest: (invitation) => known.byId.get(invitation.id) ?? invitation,
      standingOf: (email) => known.standings.get(email) ?? lookedUp.get(email) ?? null,
      placesLeft: workspace ? placesLeft(workspace.memberLimit, workspace.memberCount + live) : Infinity,
      assignableRoles: workspace?.viewer.assignableRoles ?? ONLY_MEMBERS,
      now: at,
    };
  }, [members, invitations, known, lookedUp, workspace, at]);
}

import { Button, Callout } from '@radix-ui/themes';
import { useWorkspaces } from 'guildhall';
import { Redirect } from 'wouter';
import type { Person } from '../api.js';
import { paths } from '../paths.js';
import { lastWorkspace } from '../remembered.js';

/** Goes to the workspace that was open last, where it still is open to them, or else to where most people are. */
export function Opening({ person }: { person: Person }) {
  const { data, error, refetch } = useWorkspaces({});
  const workspaces = data?.pages.flatMap((page) => page.items);
  const last = lastWorkspace.of(person.id)?.id;
  const [busiest] = workspaces?.toSorted((one, other) => other.memberCount - one.memberCount) ?? [];
  const target = workspaces?.find((workspace) => workspace.id === last) ?? busiest;
  if (target) return <Redirect to={paths.workspace(target.id)} replace />;
  if (!error) return null;
  return (
    <main className="centre">
      <Callout.Root color="red" role="alert">
        <Callout.Text>Parley cannot be reached. Check your connection.</Callout.Text>
      </Callout.Root>
      <Button onClick={() => void refetch()}>Try again</Button>
    </main>
  );
}

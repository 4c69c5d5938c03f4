import { parseArgs } from 'node:util';
import type { Config } from '../../env.js';
import { billingFromConfig } from '../../billing/plansFile.js';
import { createGuildhall } from '../../createGuildhall.js';
import { openReport } from '../../report.js';
import type { ReportShape } from '../../report.js';
import type { Adoption } from './adopt.js';
import type { HostWorkspacesOptions } from './options.js';
import type { PeopleOptions } from './people.js';

const USAGE =
  'guildhall adopt-workspaces --table workspaces [--schema public] [--id id] [--owner user_id] [--name name] [--home is_home] [--people TABLE [--people-schema S] [--people-id id] [--people-email email] [--people-name name] [--people-verified column]] [--apply] [--json FILE]';

/** What `guildhall adopt-workspaces` is told. */
export interface AdoptOptions {
  readonly workspaces: HostWorkspacesOptions;
  /** Where the owners are found who have not signed in yet. */
  readonly people: PeopleOptions | undefined;
  readonly apply: boolean;
  readonly json: string | undefined;
}

const text = { type: 'string' } as const;
const OPTIONS = {
  table: text,
  schema: text,
  id: text,
  owner: text,
  name: text,
  home: text,
  people: text,
  'people-schema': text,
  'people-id': text,
  'people-email': text,
  'people-name': text,
  'people-verified': text,
  apply: { type: 'boolean' },
  json: text,
} as const;

/** @throws Error that says which option is missing or wrong, and how it is used */
export function readAdoptOptions(args: readonly string[]): AdoptOptions {
  const { values } = (() => {
    try {
      return parseArgs({ args: [...args], options: OPTIONS });
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\nUse: ${USAGE}`, { cause: error });
    }
  })();
  const { table, schema = 'public', id, owner, name, home, people, apply = false, json } = values;
  if (table === undefined) throw new Error(`Name the table of workspaces.\nUse: ${USAGE}`);
  return {
    workspaces: { table: { schema, name: table }, columns: { id, owner, name, isHome: home } },
    people:
      people === undefined
        ? undefined
        : {
            table: { schema: values['people-schema'] ?? 'public', name: people },
            id: values['people-id'] ?? 'id',
            email: values['people-email'] ?? 'email',
            name: values['people-name'] ?? null,
            verified: values['people-verified'] ?? null,
          },
    apply,
    json,
  };
}

const SHAPE: ReportShape<Adoption> = {
  columns: [
    { title: 'WORKSPACE', width: 36, of: ({ workspaceId }) => workspaceId },
    { title: 'OWNER', width: 36, of: ({ ownerId }) => ownerId },
    { title: 'STATUS', width: 0, of: ({ status }) => status },
  ],
  needsAPerson: (status) => status === 'no_owner' || status === 'bad_id',
};

/**
 * The command `guildhall adopt-workspaces`.
 *
 * @returns the exit code: 0 where every row is as it should be, 2 where a person is needed
 * @throws Error that says what to set or to write otherwise
 */
export async function adoptWorkspaces(
  config: Config,
  args: readonly string[],
  print: (line: string) => void,
): Promise<0 | 2> {
  const { workspaces, people, apply, json } = readAdoptOptions(args);
  const [publicUrl, billing] = [config.publicUrl ?? 'http://localhost', await billingFromConfig(config)];
  const how = { ...config, billing, publicUrl, authenticate: () => null, email: undefined, workspaces };
  const guildhall = await createGuildhall(how);
  try {
    print(apply ? 'Adopting.' : 'A dry run: nothing is changed. Add --apply to adopt.');
    const report = await openReport({ mode: apply ? 'apply' : 'dry_run' }, SHAPE, { print, json });
    for await (const adoption of guildhall.workspaces.adoptAll({ people, apply })) await report.add(adoption);
    return (await report.finish()) ? 2 : 0;
  } finally {
    await guildhall.close();
  }
}

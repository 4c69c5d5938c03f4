import { parseArgs } from 'node:util';

/** What `guildhall policies` is told. */
export interface PolicyOptions {
  /** SQL that tells the viewer’s id, or null for nobody. */
  readonly user: string;
  /** The database role of browsers whose user is signed in. */
  readonly role: string;
  /** The role of all others; null where the host has none. */
  readonly anon: string | null;
}

/** How the command is run, beside what it prints. */
export interface PolicyArguments extends PolicyOptions {
  /** Only what is found in the database, as text. */
  readonly isReportOnly: boolean;
  /** Without looking into the database. */
  readonly isOffline: boolean;
}

const USAGE =
  'guildhall policies [--user "auth.uid()"] [--role authenticated] [--anon anon | --no-anon] [--offline | --report]';

const text = { type: 'string' } as const;

/** @throws Error that says which option is wrong, and how it is used */
export function readPolicyArguments(args: readonly string[]): PolicyArguments {
  const options = { user: text, role: text, anon: text } as const;
  const flags = { 'no-anon': { type: 'boolean' }, report: { type: 'boolean' }, offline: { type: 'boolean' } } as const;
  const { values } = (() => {
    try {
      return parseArgs({ args: [...args], options: { ...options, ...flags } });
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}\nUse: ${USAGE}`, { cause: error });
    }
  })();
  const { user = 'auth.uid()', role = 'authenticated', anon = 'anon' } = values;
  if (values.report && values.offline)
    throw new Error(`--report tells what is in the database, and --offline does not look.\nUse: ${USAGE}`);
  // It is asked inside a function that runs as the one who made it.
  if (/\b(current_user|session_user|current_role|user)\b(?!['"._])/i.test(user.replaceAll(/'[^']*'/g, '')))
    throw new Error(
      `--user ${user}: the role of the database would be that of the function’s owner. Name a function such as auth.uid(), or a setting such as current_setting('app.user_id', true).`,
    );
  const none = values['no-anon'] === true;
  return {
    user,
    role,
    anon: none || anon === role ? null : anon,
    isReportOnly: values.report === true,
    isOffline: values.offline === true,
  };
}

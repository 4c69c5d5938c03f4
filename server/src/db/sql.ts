/** A moment as the wire has it: ISO 8601 in UTC with milliseconds. */
export const iso = (moment: string) => `to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A row of users as a `Person` of the contract. */
export const personJson = (user: string) =>
  `json_build_object('userId', ${user}.id, 'name', ${user}.name, 'email', ${user}.email, 'imageUrl', ${user}.image_url)`;

/** A joined row of users as a `Person`, or null where there was nobody to join. */
export const personOrNullJson = (user: string) => `case when ${user}.id is null then null else ${personJson(user)} end`;

/** How many are in a workspace, and how many of them own it, as a lateral join to `counts`. */
export const countsOf = (workspaceId: string) => `cross join lateral (
  select count(*)::int as members, count(*) filter (where role = 'owner')::int as owners
    from guildhall.members where workspace_id = ${workspaceId}) counts`;

/**
 * A text for a parameter. PostgreSQL has no U+0000; U+FFFF, which is no character either, matches as little.
 */
export const asText = (text: string) => text.replaceAll('\0', '\uffff');

/** The SQLSTATE of a database's error, however deep it lies, or undefined. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : sqlState(error.cause);
}

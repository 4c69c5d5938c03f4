import type { ExistingPolicy } from './existing.js';

/** What a policy of the host is judged by. */
export interface JudgedBy {
  /** The roles of browsers. */
  readonly roles: readonly string[];
  /** The table’s columns that say who made a row. */
  readonly creators: readonly string[];
}

const mentions = (expression: string, name: string) =>
  new RegExp(`(^|[^A-Za-z0-9_])"?${name.replaceAll(/[^A-Za-z0-9_]/g, '.')}"?($|[^A-Za-z0-9_])`, 'i').test(expression);

/** Without what it asks of other tables: their columns may be called the same. */
function withoutQueries(expression: string): string {
  let kept = '';
  for (let at = 0; at < expression.length; at += 1) {
    if (/^\(\s*select\b/i.test(expression.slice(at))) {
      let depth = 0;
      do {
        depth += expression[at] === '(' ? 1 : expression[at] === ')' ? -1 : 0;
        at += 1;
      } while (depth > 0 && at < expression.length);
    }
    kept += expression[at] ?? '';
  }
  return kept;
}

const without = (expression: string | null) => expression === null || /^\(*\s*true\s*\)*$/i.test(expression);

/** `sharing <> 'private'`, however it is put: what is not forbidden is open. */
const isOpenUnless = (expression: string) => /<>|!=|\bnot\b|\bis distinct from\b/i.test(expression);
/** `sharing = 'public'`, and nothing beside it. */
const isPublicAlone = (expression: string) =>
  /^\(*"?\w+"?(\)?::text)?\s*=\s*'public'(::\w+)?\)*$/i.test(expression.trim());
const asksMembership = (expression: string) => /\bguildhall\b|member/i.test(expression);

function judgeReading(using: string | null): string | null {
  if (without(using)) return 'opens every row';
  const expression = using ?? '';
  if (isPublicAlone(expression) || asksMembership(expression)) return null;
  if (isOpenUnless(expression)) return 'opens whatever is not excluded, so also values such as link';
  return 'opens rows without asking for a membership, so also to those who were removed';
}

function judgeWriting(policy: ExistingPolicy, { creators }: JudgedBy): string | null {
  const puts = policy.check ?? policy.using;
  const isPut = policy.command === 'INSERT' || policy.command === 'UPDATE' || policy.command === 'ALL';
  const expressions = [...(isPut ? [puts] : []), ...(policy.command === 'INSERT' ? [] : [policy.using])];
  const isSigned = (expression: string | null) =>
    expression !== null && creators.some((creator) => mentions(withoutQueries(expression), creator));
  if (!expressions.every(isSigned)) return 'lets write without asking who made the row';
  if (!expressions.every((expression) => asksMembership(expression ?? '')))
    return 'lets write into workspaces that one is not in';
  return null;
}

/**
 * What is wrong with a policy of the host, in words that follow its name; null where nothing is. Beside the printed
 * policies it opens nothing any more; without them it does.
 */
export function judgePolicy(policy: ExistingPolicy, by: JudgedBy): string | null {
  if (!policy.roles.some((role) => role === 'public' || by.roles.includes(role))) return null;
  const isReading = policy.command === 'SELECT' || policy.command === 'ALL';
  if (!policy.isPermissive) return isReading ? 'is restrictive: it may hide from members what is theirs to read' : null;
  const found = [isReading ? judgeReading(policy.using) : null];
  if (policy.command !== 'SELECT') found.push(judgeWriting(policy, by));
  const said = found.filter((one) => one !== null);
  return said.length > 0 ? said.join('; ') : null;
}

const SECRET =
  /(^|_)(api_?keys?|private_?keys?|access_?keys?|secrets?|tokens?|passwords?|passwd|credentials?|headers?|authorization)($|_)/;
const HARMLESS_TYPE =
  /^(smallint|integer|bigint|real|double precision|numeric|boolean|date|timestamp.*|time.*|interval)$/;

/** Whether a column looks as if nobody but the row’s creator should read it. */
export const looksSecret = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  SECRET.test(name.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()) && !HARMLESS_TYPE.test(type);

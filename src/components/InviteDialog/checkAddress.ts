import { isEmailAddress, normaliseEmail } from '../../contract/index.js';

/**
 * What is wrong with the form of an address.
 *
 * - `missing_at`: there is no @. `nothing_before_at`: nothing stands before it.
 * - `incomplete_domain`: what follows the @ is no whole domain.
 * - `two_ats`: there is more than one @.
 * - `malformed`: anything else.
 */
export type AddressProblem = 'missing_at' | 'nothing_before_at' | 'incomplete_domain' | 'two_ats' | 'malformed';

/** What a text is as an address. */
export interface CheckedAddress {
  /** The address as Guildhall compares it; null while there is a problem. */
  readonly email: string | null;
  readonly problem: AddressProblem | null;
  /** What was probably meant, also for an address that is well-formed: `ana@gmail.com` for `ana@gmial.com`. */
  readonly suggestion: string | null;
}

/** Providers that many people have their address with. */
const PROVIDERS = [
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'yahoo.com',
  'icloud.com',
  'protonmail.com',
];

/** Providers that are one letter from another, and meant. */
const NEIGHBOURS = new Set(['mail.com', 'email.com', 'ymail.com', 'gmx.com', 'yahoo.co']);

/** Nothing longer is an address, nor worth a guess. */
const MAX_LENGTH = 320;

/** Shorter domains are one letter from too many others. */
const MIN_LENGTH_FOR_TYPOS = 8;

/** Whether one letter more, less, other or swapped with the next makes `a` into `b`. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (Math.max(left.length, right.length) <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** The domain that was probably meant where this one stands. */
function meantDomain(domain: string, known: readonly string[]): string | null {
  if (domain === '') return known.length === 1 ? (known[0] ?? null) : null;
  const candidates = [...known, ...PROVIDERS];
  if (candidates.includes(domain) || NEIGHBOURS.has(domain)) return null;
  const stem = domain.replace(/\.+$/, '');
  if (!stem.includes('.')) {
    const begun = candidates.find((candidate) => candidate.startsWith(`${stem}.`));
    if (begun) return begun;
  }
  if (domain.length < MIN_LENGTH_FOR_TYPOS) return null;
  return candidates.find((candidate) => isOneSlipAway(domain, candidate)) ?? null;
}

function problemOf(local: string, domain: string): AddressProblem {
  if (local === '') return 'nothing_before_at';
  return /^[^.]*$|^\.|\.$|\.\.|\.[^.]$/.test(domain) ? 'incomplete_domain' : 'malformed';
}

/**
 * Says whether a text is an address, what is wrong with it, and what was probably meant.
 * `known` are the domains that people here have, the most usual first.
 */
export function checkAddress(text: string, known: readonly string[]): CheckedAddress {
  const email = normaliseEmail(text);
  const wrong = (problem: AddressProblem, suggestion: string | null): CheckedAddress => ({
    email: null,
    problem,
    suggestion: suggestion !== null && isEmailAddress(suggestion) ? suggestion : null,
  });
  if (email.length > MAX_LENGTH) return wrong('malformed', null);
  const [local = '', ...domains] = email.split('@');
  if (domains.length === 0) {
    const meant = known.length === 1 && /^[\w.+-]+$/.test(email) ? `${email}@${known[0]}` : null;
    return wrong('missing_at', meant);
  }
  if (domains.length > 1) return wrong('two_ats', email.replace(/@+/g, '@'));
  const domain = domains[0] ?? '';
  const meant =
    meantDomain(domain, known) ?? (/\.\.|\.$/.test(domain) ? domain.replace(/\.+/g, '.').replace(/\.$/, '') : null);
  const suggestion = meant === null || local === '' ? null : `${local}@${meant}`;
  if (!isEmailAddress(email)) return wrong(problemOf(local, domain), suggestion);
  return { email, problem: null, suggestion };
}

/** Characters (UTF-16 units) of an id at most. */
export const MAX_ID_LENGTH = 200;

/** What an id is made of, beside its length: see the schema `id`. */
export const ID_PATTERN = /^(?!\.{1,2}$)[^\p{Cc}\p{Cs}]+$/u;

/** Whether a value is an id, as the schema `id` has it, for those that carry no schemas. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_ID_LENGTH && ID_PATTERN.test(value);
}

/**
 * The form of a text that search and alphabetical order compare: without case, accents or
 * compatibility variants, so that "Ángel" is found by "angel" and sorts beside it. The server
 * stores it, the memory adapter computes it; both must use this function to answer alike.
 *
 * @example toSearchKey('  Zoë ÅNGSTRÖM ') // 'zoe angstrom'
 */
export function toSearchKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim();
}

/**
 * The form of an e-mail address that Guildhall compares and stores. The local part is case-sensitive
 * by RFC 5321 §2.4, yet no mail provider of note treats it so, and people do not type it so.
 */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * An address with its local part hidden but for the first letter, for people who may know that an
 * invitation exists but not whom it is for.
 *
 * @example maskEmail('lena@studio-kite.com') // 'l•••@studio-kite.com'
 */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return `${first}•••${email.slice(at)}`;
}

/** Longer addresses cannot be delivered (RFC 5321 §4.5.3.1.3). */
const MAX_EMAIL_LENGTH = 254;
const EMAIL =
  /^[^\s@"(),:;<>[\\\]\p{C}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;

/**
 * Whether a normalised text looks like an address that mail can reach. Only its mail server knows for
 * sure, so this errs on the side of letting through; what it lets through is safe inside a mail header.
 */
export function isEmailAddress(email: string): boolean {
  return email.length <= MAX_EMAIL_LENGTH && EMAIL.test(email);
}

/** UTF-16 puts the code points above U+FFFF before U+E000; this moves each unit to where its code point belongs. */
const codePointRank = (unit: number): number => (unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000);

/**
 * The order of two texts by code point, which is the order of their UTF-8 bytes: what a database's "C" collation
 * does. `<` compares UTF-16 units instead, and would page a list in another order than the server.
 */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = codePointRank(a.charCodeAt(at)) - codePointRank(b.charCodeAt(at));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

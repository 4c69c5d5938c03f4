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

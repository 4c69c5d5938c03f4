import type { Role } from 'guildhall/contract';
import { de } from './locales/de.js';
import { en } from './locales/en.js';

/** What an invitation mail tells. `inviter` is null where they are not known any more. */
export interface InvitationFacts {
  readonly inviter: string | null;
  readonly workspace: string;
  readonly app: string;
  readonly role: Role;
}

/** The words of an invitation mail in one language. Each is plain text, and is escaped where it is put. */
export interface InvitationWords {
  readonly subject: (facts: InvitationFacts) => string;
  readonly title: (facts: InvitationFacts) => string;
  readonly body: (facts: InvitationFacts) => string;
  readonly role: Readonly<Record<Role, string>>;
  readonly button: string;
  /** Before the address itself, for whom the button does not work. */
  readonly link: string;
  /** `email` is the address that the invitation is for; `date` the last day, written out. */
  readonly expiry: (facts: { email: string; date: string }) => string;
  readonly unexpected: string;
}

const CATALOGUE: Readonly<Record<string, InvitationWords>> = { en, de };

/** The words for a language, and the tag for writing dates: `de-AT` gets German words and Austrian months. */
export function wordsFor(locale: string): { words: InvitationWords; tag: string } {
  for (let tag = canonical(locale); tag !== ''; tag = tag.replace(/(?:^|-)[^-]*$/, '')) {
    const words = CATALOGUE[tag];
    if (words) return { words, tag: canonical(locale) };
  }
  return { words: en, tag: 'en' };
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? '';
  } catch {
    return '';
  }
}

import type { Role } from 'guildhall/contract';
import { ar } from './locales/ar.js';
import { de } from './locales/de.js';
import { en } from './locales/en.js';
import { es } from './locales/es.js';
import { fr } from './locales/fr.js';
import { he } from './locales/he.js';
import { ja } from './locales/ja.js';
import { ptBR } from './locales/ptBR.js';
import { zhHans } from './locales/zhHans.js';

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

const CATALOGUE: Readonly<Record<string, InvitationWords>> = {
  en,
  de,
  fr,
  es,
  'pt-BR': ptBR,
  ja,
  'zh-Hans': zhHans,
  ar,
  he,
};

/** What a mail is written in. */
export interface MailLanguage {
  readonly words: InvitationWords;
  /** For writing dates: `de-AT` gets German words and Austrian months. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
}

/** The words for a language, whatever its region, in the script that it is written in; English for all others. */
export function wordsFor(locale: string): MailLanguage {
  const wanted = written(locale);
  const [, words] = Object.entries(CATALOGUE).find(([code]) => written(code)?.as === wanted?.as) ?? [];
  if (words === undefined || wanted === undefined) return { words: en, tag: 'en', direction: 'ltr' };
  const isRightToLeft = words === ar || words === he;
  return { words, tag: wanted.tag, direction: isRightToLeft ? 'rtl' : 'ltr' };
}

/** A tag in its canonical form, and its language and script, such as `zh-Hans`; undefined for what is no BCP 47 tag. */
function written(locale: string): { tag: string; as: string } | undefined {
  try {
    const tag = new Intl.Locale(locale);
    const { language, script } = tag.maximize();
    return { tag: tag.toString(), as: `${language}-${script}` };
  } catch {
    return undefined;
  }
}

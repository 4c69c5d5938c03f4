import type { PluralMessage } from './defineMessages.js';
import { directionOf } from './formats.js';
import { choose, pieces } from './translate.js';

/**
 * A plural of the host's own, chosen by `count` and written with `shown`, which may say more than the number: "1,000+".
 *
 * @example counted({ one: '{count} chat', other: '{count} chats' }, 1000, '1,000+', 'en') // '1,000+ chats'
 */
export function counted(message: PluralMessage, count: number, shown: string, locale: string): string {
  return pieces(choose(message, { count }, locale), { count: shown }, locale, directionOf(locale)).join('');
}

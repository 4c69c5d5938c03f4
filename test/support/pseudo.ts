import type { Catalogue, Message } from '../../src/i18n/index.js';
import { english } from './english.js';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const STRANGE = [...'áƀçđéƒğĥíĵķļɱñóþɋřšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŘŠŦÚṼŴẊÝŽ'];

/** A letter that is read as the plain one and is not it; some of them twice, which makes a sentence some 40 % longer. */
function strange(letter: string): string {
  const found = STRANGE[PLAIN.indexOf(letter)] ?? letter;
  return /[aeiouns]/i.test(letter) ? found.repeat(2) : found;
}

/** A sentence that can be read, has no letter of English, is longer, and shows by its brackets where it is cut off. */
function pseudoSentence(sentence: string): string {
  const said = sentence.replace(/(\{\w+\})|[a-z]/gi, (letter, placeholder?: string) => placeholder ?? strange(letter));
  return `⟦${said}⟧`;
}

const pseudoMessage = (message: Message): Message =>
  typeof message === 'string'
    ? pseudoSentence(message)
    : {
        other: pseudoSentence(message.other),
        ...Object.fromEntries(Object.entries(message).map(([category, said]) => [category, pseudoSentence(said)])),
      };

/** A language that nobody speaks: what is on screen in plain letters comes from no catalogue. */
export const pseudo: Catalogue = Object.fromEntries(
  Object.entries(english).map(([namespace, messages]) => [
    namespace,
    Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudoMessage(message)])),
  ]),
);

/** Whose dates, amounts and lists have no letter of the alphabet, so that they are not taken for English. */
export const PSEUDO_LOCALE = 'ja';

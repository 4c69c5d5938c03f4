import { minorDigits } from '../contract/billing/currencies.js';
import type { Money } from '../contract/index.js';

/** Making an `Intl` formatter costs a hundred times what using one does, so each is made once. */
function cached<A extends unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  const made = new Map<string, T>();
  return (...args) => {
    const key = JSON.stringify(args);
    const found = made.get(key) ?? make(...args);
    made.set(key, found);
    return found;
  };
}

export const pluralRules = cached((locale: string) => new Intl.PluralRules(locale));
export const numberFormat = cached((locale: string) => new Intl.NumberFormat(locale));

const dateFormat = cached(
  (locale: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, timeZone === undefined ? options : { ...options, timeZone }),
);
/** "tomorrow", "12 minutes ago". */
export const relativeFormat = cached((locale: string) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const listFormat = cached(
  (locale: string, type: Intl.ListFormatType) => new Intl.ListFormat(locale, { style: 'long', type }),
);

const moneyFormat = cached(
  (locale: string, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { style: 'currency', ...options }),
);

const DAY = 24 * 60 * 60 * 1000;

/** Between a day and its month no line ends; before a year that stands behind a comma one may. */
const WITHIN_A_DATE = /(?<=[\p{L}\d]\.?) (?=[\p{L}\d])/gu;

/** Dates, numbers and lists in the viewer's language. Dates come as ISO 8601, as the adapters bring them. */
export interface Format {
  /** As in a table: "3 Feb 2024". */
  date(iso: string): string;
  /** As in a sentence: "14 December" on one line, with the year where it is not this one. */
  day(iso: string): string;
  /** Date and time, for titles and tooltips. */
  moment(iso: string): string;
  /** The time of day, as in a log: "18:52". */
  time(iso: string): string;
  /** The day of the week: "Tuesday". */
  weekday(iso: string): string;
  /** Whole days from now by the calendar; negative in the past. */
  daysFromNow(iso: string): number;
  /** Whole days from now, in words: "tomorrow", "in 5 days", "3 days ago". */
  relativeDays(iso: string): string;
  /** Whole months from now, in words: "this month", "next month". */
  relativeMonths(months: number): string;
  number(value: number): string;
  /** An amount in minor units, always with its symbol and all its decimals: "$168.00", "¥1,200", "−$96.40". */
  money(money: Money): string;
  /** Nothing, as a price, which needs no decimals: "$0". */
  nothing(currency: string): string;
  /** "a, b and c" */
  list(items: readonly string[]): string;
  /** "a, b or c" */
  anyOf(items: readonly string[]): string;
}

/** Formats for a language and a time zone (IANA name; absent: the machine's own). `now` is asked for each relative date. */
export function createFormat(locale: string, timeZone: string | undefined, now: () => number): Format {
  const date = (iso: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, timeZone, options).format(new Date(iso));
  const yearOf = (at: number) => dateFormat('en', timeZone, { year: 'numeric' }).format(at);
  const dayNumber = (at: number) => {
    const [month = 1, day = 1, year = 1970] = dateFormat('en-US', timeZone, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
      .format(at)
      .split('/')
      .map(Number);
    return Date.UTC(year, month - 1, day) / DAY;
  };
  const daysFromNow = (iso: string) => dayNumber(Date.parse(iso)) - dayNumber(now());
  return {
    date: (iso) => date(iso, { year: 'numeric', month: 'short', day: 'numeric' }),
    day: (iso) => {
      const sameYear = yearOf(Date.parse(iso)) === yearOf(now());
      const words = date(iso, { ...(sameYear ? {} : { year: 'numeric' }), month: 'long', day: 'numeric' });
      return words.replace(WITHIN_A_DATE, '\u00a0');
    },
    moment: (iso) => date(iso, { dateStyle: 'medium', timeStyle: 'short' }),
    time: (iso) => date(iso, { timeStyle: 'short' }),
    weekday: (iso) => date(iso, { weekday: 'long' }),
    daysFromNow,
    relativeDays: (iso) => relativeFormat(locale).format(daysFromNow(iso), 'day'),
    relativeMonths: (months) => relativeFormat(locale).format(months, 'month'),
    number: (value) => numberFormat(locale).format(value),
    money: ({ amount, currency }) => {
      // A true minus (U+2212) is as wide as a digit and never taken for a hyphen.
      return moneyFormat(locale, { currency })
        .format(amount / 10 ** minorDigits(currency))
        .replace('-', '\u2212');
    },
    nothing: (currency) => moneyFormat(locale, { currency, maximumFractionDigits: 0 }).format(0),
    list: (items) => listFormat(locale, 'conjunction').format(items),
    anyOf: (items) => listFormat(locale, 'disjunction').format(items),
  };
}

/** Whether a language is written from right to left. */
export const directionOf = cached((locale: string): 'ltr' | 'rtl' => {
  const { script = '' } = new Intl.Locale(locale).maximize();
  return /Arab|Hebr|Syrc|Thaa|Nkoo|Adlm/.test(script) ? 'rtl' : 'ltr';
});

import { relativeFormat } from '../../i18n/formats.js';
import type { Format } from '../../i18n/index.js';
import type { ItemWords } from './SharedItems.messages.js';

const MINUTE = 60_000;

/** When something was changed, as a table says it: the nearer, the finer. */
export function whenOf(iso: string, now: number, t: ItemWords, format: Format, locale: string): string {
  const minutes = Math.floor((now - Date.parse(iso)) / MINUTE);
  if (minutes < 1) return t('justNow');
  if (minutes < 60) return relativeFormat(locale).format(-minutes, 'minute');
  const days = format.daysFromNow(iso);
  if (minutes < 180) return relativeFormat(locale).format(-Math.floor(minutes / 60), 'hour');
  if (days === 0) return t('today', { time: format.time(iso) });
  if (days === -1) return t('yesterday');
  return days > -180 ? format.day(iso) : format.date(iso);
}

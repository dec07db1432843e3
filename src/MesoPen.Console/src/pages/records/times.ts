import i18next from 'i18next';

/** Time of day of a shot, to the millisecond: ten shots share a second. */
export function timeOfDay(iso: string): string {
  return new Intl.DateTimeFormat(i18next.language || 'en', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
    hourCycle: 'h23',
  }).format(new Date(iso));
}

/** Today, where this page is looked at. */
export function today(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** How people of a locale write numbers and dates. */
export interface Locale {
  readonly decimal: string;
  readonly group: string;
  /** The order of day, month and year: `dmy`, `mdy` or `ymd`. */
  readonly dateOrder: string;
  readonly dateSeparator: string;
}

const known = new Map<string, Locale | undefined>();

/** The habits of `vi_VN`, `en_US`, `fr`, …; undefined for a name that is no locale. */
export function findLocale(name: string): Locale | undefined {
  if (!known.has(name)) known.set(name, load(name));
  return known.get(name);
}

export const localeOf = (name: string | null | undefined): Locale =>
  findLocale(name ?? 'en_US') ?? findLocale('en_US')!;

function load(name: string): Locale | undefined {
  if (!/^[a-z]{2,3}([_-][A-Za-z]{2,4})?$/.test(name)) return undefined;
  const tag = name.replace('_', '-');
  if (Intl.NumberFormat.supportedLocalesOf(tag).length === 0) return undefined;
  const number = new Intl.NumberFormat(tag, { useGrouping: true }).formatToParts(1234567.5);
  const date = new Intl.DateTimeFormat(tag, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(0);
  const part = (type: string) => number.find((one) => one.type === type)?.value;
  return {
    decimal: part('decimal') ?? '.',
    group: part('group') ?? ',',
    dateOrder: date
      .flatMap(({ type }) => (['day', 'month', 'year'].includes(type) ? [type[0]] : []))
      .join(''),
    dateSeparator: date.find(({ type }) => type === 'literal')?.value.trim() || '/',
  };
}

import { parseArgs } from 'node:util';

export type Language = 'vi' | 'en';
export type Format = 'table' | 'csv' | 'json';

export interface RankOptions {
  readonly campaign: string;
  readonly submissions: string;
  readonly period: string;
  readonly format: Format;
  /** A unit id: only why it has its place. */
  readonly explain?: string;
  readonly language: Language;
}

export type RankArguments =
  | { readonly kind: 'run'; readonly options: RankOptions }
  | { readonly kind: 'help'; readonly language: Language }
  | { readonly kind: 'refused'; readonly line: string; readonly language: Language };

/** Reads the command line; whatever is wrong with it becomes one line. */
export function parseArguments(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): RankArguments {
  let language = languageOf(environment);
  const refused = (vi: string, en: string): RankArguments => ({
    kind: 'refused',
    line: language === 'vi' ? vi : en,
    language,
  });
  const { values, unknown, positional, valueless } = readTokens(args);
  if (values.lang === 'vi' || values.lang === 'en') language = values.lang;
  else if (values.lang !== undefined)
    return refused(
      `--lang phải là vi hoặc en, không phải “${values.lang}”.`,
      `--lang must be vi or en, not “${values.lang}”.`,
    );
  if (values.help) return { kind: 'help', language };
  if (unknown.length > 0)
    return refused(`Không có tham số ${unknown.join(', ')}.`, `Unknown option ${unknown.join(', ')}.`);
  if (valueless.length > 0)
    return refused(
      `Tham số ${valueless.join(', ')} thiếu giá trị.`,
      `Option ${valueless.join(', ')} needs a value.`,
    );
  if (positional.length > 0)
    return refused(
      `Không hiểu “${positional.join(' ')}”: mỗi giá trị đi sau một tham số có tên.`,
      `Unexpected “${positional.join(' ')}”: every value follows a named option.`,
    );
  const { campaign, submissions, period, format = 'table', explain } = values;
  if (campaign === undefined || submissions === undefined || period === undefined) {
    const missing = (['campaign', 'submissions', 'period'] as const)
      .filter((name) => values[name] === undefined)
      .map((name) => `--${name}`)
      .join(', ');
    return refused(`Thiếu tham số ${missing}.`, `Missing option ${missing}.`);
  }
  if (format !== 'table' && format !== 'csv' && format !== 'json')
    return refused(
      `--format phải là table, csv hoặc json, không phải “${format}”.`,
      `--format must be table, csv or json, not “${format}”.`,
    );
  return {
    kind: 'run',
    options: { campaign, submissions, period, format, ...(explain !== undefined && { explain }), language },
  };
}

/** LC_ALL, LC_MESSAGES, LANG as POSIX reads them; anything but English is answered in Vietnamese. */
function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^en([_.@-]|$)/i.test(locale) ? 'en' : 'vi';
}

const VALUED = ['campaign', 'submissions', 'period', 'format', 'explain', 'lang'] as const;
type Valued = (typeof VALUED)[number];

interface Tokens {
  readonly values: { help?: true } & { [name in Valued]?: string };
  readonly unknown: readonly string[];
  readonly positional: readonly string[];
  readonly valueless: readonly string[];
}

function readTokens(args: readonly string[]): Tokens {
  const { tokens } = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(VALUED.map((name) => [name, { type: 'string' as const }])),
      help: { type: 'boolean', short: 'h' },
    },
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values: Tokens['values'] = {};
  const unknown: string[] = [];
  const positional: string[] = [];
  const valueless: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positional.push(token.value);
    if (token.kind !== 'option') continue;
    const name = VALUED.find((each) => each === token.name);
    if (token.name === 'help') values.help = true;
    else if (name === undefined) unknown.push(token.rawName);
    // "--campaign --period 2024-03" forgot a value; it did not name a folder "--period".
    else if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
      valueless.push(token.rawName);
    else values[name] = token.value;
  }
  return { values, unknown, positional, valueless };
}

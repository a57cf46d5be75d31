import type { At } from '../../domain/at.ts';
import { clearText } from '../../domain/form/number-text.ts';
import { levelText } from '../../domain/form/text.ts';
import type { Issue } from '../../domain/issue.ts';
import { parseDecimal } from '../../domain/numbers/decimal.ts';
import { fileNumber } from './number-cell.ts';

/** The names of parameters, as the files have them and as people write them. */
export const PARAMETER_WORDS: Readonly<Record<string, string>> = {
  step: 'bước',
  each: 'mỗi lần',
  target: 'chỉ tiêu',
  min: 'tối thiểu',
  basis: 'cách tính',
  year_target: 'chỉ tiêu cả năm',
  of: 'so theo',
  scope: 'phạm vi',
  answer: 'trả lời',
  late: 'nộp trễ',
  negative: 'số âm',
  gate: 'điều kiện',
  na_when: 'không áp dụng khi',
  cap: 'nhiều nhất',
  floor: 'không dưới',
  else: 'còn lại',
};

const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  basis: { period: 'từng kỳ', cumulative: 'lũy kế' },
  year_target: { yes: 'có', no: 'không' },
  of: { value: 'con số', ratio: 'tỷ lệ đạt' },
  scope: { cluster: 'cụm', track: 'toàn đối tượng' },
  answer: { number: 'số', text: 'chữ', yes_no: 'có hoặc không' },
  late: { auto: 'tự tính' },
  negative: { allowed: 'được' },
};

const NUMBERS: readonly string[] = ['step', 'each', 'target', 'min', 'cap', 'floor'];
const TIER = /^(>=|<=|≥|≤)\s*(\S+?)\s*%?\s*:\s*(\S+)$/;
const SEPARATOR = /\s*[;\n]\s*|\s*,\s+/;

/** "step=0.5; basis=cumulative" as "bước=0,5; cách tính=lũy kế". */
export function parametersInWords(text: string): string {
  return clausesOf(text).map(clauseInWords).join('; ');
}

/**
 * The other way round. Clauses that are not understood stay as they are: the files' own words are understood too,
 * and the rest is refused by the one parser.
 */
export function parametersFromWords(text: string, at: At, issues: Issue[]): string {
  return clausesOf(text)
    .map((clause) => clauseFromWords(clause, (number) => fileNumber(number, at, issues)))
    .join('; ');
}

const clausesOf = (text: string): string[] =>
  text.split(SEPARATOR).flatMap((clause) => (clause.trim() === '' ? [] : [clause.trim()]));

function clauseInWords(clause: string): string {
  const [, sign, limit, points] = TIER.exec(clause) ?? [];
  if (sign !== undefined) return `${sign === '>=' ? '≥' : '≤'}${comma(limit!)}: ${comma(points!)}`;
  const [, rest] = /^else (\S+)$/.exec(clause) ?? [];
  if (rest !== undefined) return `${PARAMETER_WORDS.else} ${comma(rest)}`;
  const [name = '', value = ''] = cut(clause);
  const word = PARAMETER_WORDS[name];
  if (word === undefined) return clause;
  return `${word}=${VALUE_WORDS[name]?.[value] ?? (NUMBERS.includes(name) ? comma(value) : value)}`;
}

function clauseFromWords(clause: string, number: (text: string) => string): string {
  const [, sign, limit, points] = TIER.exec(clause) ?? [];
  if (sign !== undefined) return `${sign}${number(limit!)}: ${number(points!)}`;
  const [, rest] = /^còn lại\s*[:=]?\s*(\S+)$/i.exec(clause.normalize('NFC')) ?? [];
  if (rest !== undefined) return `else ${number(rest)}`;
  const [given = '', value] = cut(clause);
  if (value === undefined) return clause;
  const name = nameOf(PARAMETER_WORDS, given) ?? given.toLowerCase();
  const word = nameOf(VALUE_WORDS[name] ?? {}, value);
  return `${name}=${word ?? (NUMBERS.includes(name) ? number(value) : value)}`;
}

/** At the first sign of equality. */
function cut(clause: string): [string, string?] {
  const at = clause.indexOf('=');
  return at < 0 ? [clause] : [clause.slice(0, at).trim(), clause.slice(at + 1).trim()];
}

function comma(text: string): string {
  const decimal = parseDecimal(text);
  return decimal === undefined ? text : clearText(decimal);
}

function nameOf(words: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.entries(words).find(([, each]) => levelText(each) === levelText(word))?.[0];
}

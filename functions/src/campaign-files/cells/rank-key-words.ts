import { levelText } from '../../domain/form/text.ts';

/** Keys of places and points as people write them: "mũi:M2", "hạng kỳ trước", "số liệu:TIME tăng dần". */
const PLAIN: Readonly<Record<string, string>> = {
  total: 'tổng điểm',
  base: 'điểm tiêu chí',
  bonus: 'điểm thưởng',
  deductions: 'điểm trừ',
  deduction_count: 'số lần trừ',
  previous_place: 'hạng kỳ trước',
};
const TAGGED: Readonly<Record<string, string>> = {
  group: 'nhóm',
  leg: 'chân',
  prong: 'mũi',
  breakthrough: 'đột phá',
  criterion: 'tiêu chí',
  value: 'số liệu',
};
const ORDERS: Readonly<Record<string, string>> = { ascending: 'tăng dần', descending: 'giảm dần' };

/** A key of the file's, "prong:M2" or "value:TIME ascending", in words. */
export function rankKeyInWords(text: string): string {
  const [key = '', order] = text.split(' ');
  const [tag = '', code] = key.split(':');
  const name = code === undefined ? (PLAIN[key] ?? key) : `${TAGGED[tag] ?? tag}:${code}`;
  return order === undefined ? name : `${name} ${ORDERS[order] ?? order}`;
}

/** The other way round. What is in no list stays as it is: the file's own words are understood too. */
export function rankKeyFromWords(text: string): string {
  const [, name = '', order] =
    /^(.*?)(?:\s+(tăng dần|giảm dần))?$/iu.exec(text.trim().normalize('NFC')) ?? [];
  const colon = name.indexOf(':');
  const tag = levelText(colon < 0 ? name : name.slice(0, colon));
  const key =
    colon < 0
      ? (nameOf(PLAIN, tag) ?? name)
      : `${nameOf(TAGGED, tag) ?? tag}:${name.slice(colon + 1).trim()}`;
  return order === undefined ? key : `${key} ${nameOf(ORDERS, levelText(order))}`;
}

function nameOf(words: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.entries(words).find(([, each]) => each === word)?.[0];
}

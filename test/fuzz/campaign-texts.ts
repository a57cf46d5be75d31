import fc from 'fast-check';
import { councilFiles } from '../http/council-campaign.ts';
import { ODD_KEYS, ODD_NUMBERS, ODD_TEXTS } from './corpus.ts';

type Files = Readonly<Record<string, string>>;

/** A campaign's files, whole, and with one thing or several put where something else belongs. */
export function campaignTexts(campaign: string): fc.Arbitrary<Files> {
  const good = councilFiles(campaign, { secrecy: 'open' });
  const change = fc.oneof(
    fc.record({
      file: fc.constantFrom(...Object.keys(good)),
      at: fc.nat(400),
      text: fc.constantFrom(...ODD_TEXTS),
    }),
    fc.record({ file: fc.constant('campaign.json'), at: fc.nat(400), json: oddJson }),
  );
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const files = { ...good };
    for (const each of changes) files[each.file] = changed(files, each);
    return files;
  });
}

const oddJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ODD_NUMBERS).map((number) => JSON.stringify(number)),
  fc.constantFrom(...ODD_TEXTS).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    'null',
    '[]',
    '{}',
    'true',
    '[[[[[[]]]]]]',
    '1e309',
    '-0',
    '9007199254740993',
    '{"a":{"b":1}}',
  ),
  fc.constantFrom(...ODD_KEYS).map((key) => `{${JSON.stringify(key)}:1}`),
);

interface Change {
  readonly file: string;
  readonly at: number;
  readonly text?: string;
  readonly json?: string;
}

/** One value of JSON, or one cell of a table, replaced. */
function changed(files: Files, { file, at, text, json }: Change): string {
  const content = files[file] ?? '';
  const places = [
    ...content.matchAll(json === undefined ? /[^,\n"]+/g : /"[^"]*"(?!:)|\b\d+\b|\[\]|true|false/g),
  ];
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return content;
  const before = content.slice(0, place.index);
  const after = content.slice(place.index + place[0].length);
  if (json !== undefined) return `${before}${json}${after}`;
  return `${before}${quoted(file, text!)}${after}`;
}

/** Half of the time as the format would have it, for what is refused at the first comma teaches little. */
function quoted(file: string, text: string): string {
  if (file.endsWith('.json')) return JSON.stringify(text).slice(1, -1);
  return text.length % 2 === 0 ? text : `"${text.replaceAll('"', '""')}"`;
}

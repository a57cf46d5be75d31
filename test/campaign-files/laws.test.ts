import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCampaign } from '../../functions/src/campaign-files/format/format-campaign.ts';
import {
  isCampaignFile,
  parseCampaignFiles,
} from '../../functions/src/campaign-files/parse-campaign-files.ts';
import { anyCampaign } from './any-campaign.ts';
import { type Dialect, inDialect } from './format-campaign.ts';
import { SMALL } from './small-campaign.ts';

const anyDialect: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',' as const, ';' as const, '\t' as const),
  bom: fc.boolean(),
  lineEnd: fc.constantFrom('\n' as const, '\r\n' as const),
  order: fc.infiniteStream(fc.nat(1000)).map((numbers) => (columns: readonly string[]) => {
    const keyed = columns.map((column) => ({ column, key: numbers.next().value }));
    return keyed.toSorted((a, b) => a.key - b.key).map(({ column }) => column);
  }),
});

/** Pieces that parsers stumble over, cut into the small campaign at random places. */
const anyDamage = fc.record({
  file: fc.constantFrom(...Object.keys(SMALL)),
  at: fc.nat(2000),
  cut: fc.nat(40),
  put: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom(
      '"',
      '[',
      '{',
      '__proto__',
      '\n',
      ';',
      ',',
      '1e999',
      '-',
      'null',
      '\u0000',
      '0..',
      '>=',
      'each=',
      ':',
    ),
  ),
});

describe('a campaign’s files', () => {
  it('give back any campaign that was written to them, in any order of columns, delimiter and line ends', () => {
    fc.assert(
      fc.property(anyCampaign(), anyDialect, (campaign, dialect) => {
        expect(parseCampaignFiles(inDialect(campaign, dialect))).toEqual({ ok: true, value: campaign });
      }),
      { numRuns: 200 },
    );
  });

  it('are written by the functions themselves as a campaign that reads back the same', () => {
    fc.assert(
      fc.property(anyCampaign(), (campaign) => {
        expect(parseCampaignFiles(formatCampaign(campaign))).toEqual({ ok: true, value: campaign });
      }),
      { numRuns: 100 },
    );
  });

  it('never do worse than issues, each with its file, however they are damaged', () => {
    fc.assert(
      fc.property(fc.array(anyDamage, { minLength: 1, maxLength: 6 }), (damages) => {
        const files = { ...SMALL };
        for (const { file, at, cut, put } of damages) {
          const text = files[file]!;
          const start = at % text.length;
          files[file] = text.slice(0, start) + put + text.slice(start + cut);
        }
        const parsed = parseCampaignFiles(files);
        const places = parsed.ok ? [] : parsed.issues.map((issue) => issue.at.file ?? '');
        expect(places.filter((file) => !isCampaignFile(file))).toEqual([]);
        expect(parsed.ok).toBe(places.length === 0);
      }),
      { numRuns: 1000 },
    );
  });
});

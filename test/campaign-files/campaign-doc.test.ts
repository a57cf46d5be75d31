import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { campaignJson } from '../../functions/src/campaign-files/parse/campaign-json.ts';
import { criterionRow } from '../../functions/src/campaign-files/parse/criteria-csv.ts';
import { memberRow } from '../../functions/src/campaign-files/parse/members-csv.ts';
import { METHODS } from '../../functions/src/campaign-files/parse/scoring.ts';
import { targetRow } from '../../functions/src/campaign-files/parse/targets-csv.ts';
import { unitRow } from '../../functions/src/campaign-files/parse/units-csv.ts';
import { parseCampaignFiles } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type { Criterion } from '../../functions/src/domain/campaign/criterion.ts';

const DOC = readFileSync(new URL('../../docs/campaign.md', import.meta.url), 'utf8');

/** Everything in `code` that stands by itself, as people read it. */
const NAMED = new Set([...DOC.matchAll(/`([^`\n]+)`/g)].map(([, name]) => name!));

describe('docs/campaign.md', () => {
  it('names every field of campaign.json', () => {
    expect([...fieldsIn(campaignJson)].filter((field) => !NAMED.has(field))).toEqual([]);
  });

  it('names every choice of campaign.json', () => {
    const quoted = (choice: string) => NAMED.has(choice) || NAMED.has(`"${choice}"`);
    expect([...choicesIn(campaignJson)].filter((choice) => !quoted(choice))).toEqual([]);
  });

  it('names every column of every table', () => {
    const columns = [criterionRow, unitRow, targetRow, memberRow].flatMap(({ shape }) => Object.keys(shape));
    expect(columns.filter((column) => !NAMED.has(column))).toEqual([]);
  });

  it('names every method by both its names', () => {
    const names = Object.entries(METHODS).flat();
    expect(names.filter((name) => !NAMED.has(name))).toEqual([]);
  });

  it('has a minimal campaign that is a whole one, by defaults alone', () => {
    const files = minimalCampaign();
    expect(Object.keys(files)).toEqual(['campaign.json', 'criteria.csv', 'units.csv']);
    const criterion: Omit<Criterion, 'code' | 'name' | 'scoring' | 'max'> = {
      track: 'AP',
      breakthroughs: [],
      coefficient: '1' as Criterion['coefficient'],
      mayBeNotApplicable: false,
      required: true,
    };
    expect(parseCampaignFiles(files)).toEqual({
      ok: true,
      value: {
        campaign: {
          code: 'SACH-DEP-2024',
          name: 'Tuyến đường sạch đẹp 2024',
          timeZone: 'Asia/Ho_Chi_Minh',
          calendar: {
            kind: 'month',
            from: '2024-01-01',
            submitWithinDays: 5,
            appraiseWithinDays: 10,
            voteWithinDays: 15,
            publishWithinDays: 20,
          },
          tracks: [{ code: 'AP', name: 'Các ấp', legs: [], prongs: [], groups: [] }],
          breakthroughs: [],
          settings: [],
          units: [
            { id: 'AP1', name: 'Ấp 1', track: 'AP', cluster: 'Các ấp', attributes: {} },
            { id: 'AP2', name: 'Ấp 2', track: 'AP', cluster: 'Các ấp', attributes: {} },
          ],
          criteria: [
            {
              ...criterion,
              code: 'QR',
              name: 'Quét dọn hằng tuần',
              scoring: { kind: 'direct' },
              max: 40_000_000,
            },
            {
              ...criterion,
              code: 'CX',
              name: 'Số cây xanh trồng mới',
              scoring: { kind: 'count', micropointsEach: 2_000_000 },
              max: 40_000_000,
            },
            {
              ...criterion,
              code: 'PL',
              name: 'Phân loại rác tại nguồn',
              scoring: { kind: 'yes_no' },
              max: 20_000_000,
            },
          ],
          targets: [],
        },
        members: [],
      },
    });
  });
});

/** The fenced blocks of the first chapter, by the file name above each. */
function minimalCampaign(): Readonly<Record<string, string>> {
  const chapter = DOC.slice(DOC.indexOf('## A minimal campaign'), DOC.indexOf('## Rules for all files'));
  const blocks = [...chapter.matchAll(/^`([\w.]+)`\n\n```\w+\n([\s\S]*?)```/gm)];
  return Object.fromEntries(blocks.map(([, file, text]) => [file!, text!]));
}

type Schema = z.ZodType & {
  readonly def: { readonly innerType?: Schema; readonly element?: Schema };
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly options?: readonly unknown[];
};

function* fieldsIn(schema: unknown): Generator<string> {
  const { def, shape = {} } = schema as Schema;
  for (const [field, inner] of Object.entries(shape)) {
    yield field;
    yield* fieldsIn(inner);
  }
  if (def.innerType) yield* fieldsIn(def.innerType);
  if (def.element) yield* fieldsIn(def.element);
}

function* choicesIn(schema: unknown): Generator<string> {
  const { def, shape = {}, options = [] } = schema as Schema;
  yield* options.filter((option) => typeof option === 'string');
  for (const inner of Object.values(shape)) yield* choicesIn(inner);
  if (def.innerType) yield* choicesIn(def.innerType);
  if (def.element) yield* choicesIn(def.element);
}

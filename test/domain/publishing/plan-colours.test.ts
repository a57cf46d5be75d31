import { describe, expect, it } from 'vitest';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type {
  ColouredWhen,
  TableTab,
  WantedWorkbook,
} from '../../../functions/src/domain/publishing/wanted.ts';
import { TinyWorkbook } from './tiny-sheet.ts';

const GREEN = { red: 0, green: 1, blue: 0 };
const RED = { red: 1, green: 0, blue: 0 };

describe('planColours', () => {
  it('colours by text, by number and by a scale, what was named first before what was named later', () => {
    const sheet = published([
      { equals: 1, colour: GREEN },
      { above: 3, colour: RED },
      { below: 0, colour: RED },
      { text: 'Tốt', colour: GREEN },
      { scale: [point('least', GREEN), point('most', RED)] },
      { scale: [point(50, RED), point(80, GREEN), point(100, GREEN)] },
    ]);
    expect(rulesOf(sheet)).toEqual([
      'NUMBER_EQ 1',
      'NUMBER_GREATER 3',
      'NUMBER_LESS 0',
      'TEXT_EQ Tốt',
      'MIN MAX',
      '50 80 100',
    ]);
  });

  it('draws a scale with the colours it was given', () => {
    const { requests } = planEdits(
      new TinyWorkbook().current(),
      wanted([{ scale: [point('least', GREEN), point(80, RED), point('most', GREEN)] }]),
    );
    const [rule] = requests.flatMap((request) =>
      'addConditionalFormatRule' in request ? [request.addConditionalFormatRule.rule] : [],
    );
    expect(rule).toEqual({
      ranges: [{ sheetId: expect.any(Number), startRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 }],
      gradientRule: {
        minpoint: { type: 'MIN', color: GREEN },
        midpoint: { type: 'NUMBER', value: '80', color: RED },
        maxpoint: { type: 'MAX', color: GREEN },
      },
    });
  });

  it('plans nothing when it is published again, and replaces every kind when the colours change', () => {
    const before: readonly ColouredWhen[] = [
      { equals: 1, colour: GREEN },
      { text: 'Tốt', colour: GREEN },
      { scale: [point('least', GREEN), point('most', RED)] },
    ];
    const sheet = published(before);
    expect(planEdits(sheet.current(), wanted(before)).requests).toEqual([]);
    sheet.apply(planEdits(sheet.current(), wanted([{ above: 0, colour: RED }])).requests);
    expect(rulesOf(sheet)).toEqual(['NUMBER_GREATER 0']);
    sheet.apply(planEdits(sheet.current(), wanted([])).requests);
    expect(rulesOf(sheet)).toEqual([]);
  });

  it('keeps rules of a kind that we do not make', () => {
    const sheet = published([{ equals: 1, colour: GREEN }]);
    sheet.tabs[0]!.rules.push({
      ranges: [{ startRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 }],
      says: 'a formula of theirs',
    });
    sheet.apply(planEdits(sheet.current(), wanted([{ equals: 2, colour: GREEN }])).requests);
    expect(rulesOf(sheet)).toEqual(['NUMBER_EQ 2', 'a formula of theirs']);
  });
});

const point = (at: 'least' | 'most' | number, colour: typeof GREEN) => ({ at, colour });

const rulesOf = (sheet: TinyWorkbook): string[] => sheet.tabs[0]!.rules.map(({ says }) => says);

function published(colours: readonly ColouredWhen[]): TinyWorkbook {
  const sheet = new TinyWorkbook();
  sheet.apply(planEdits(sheet.current(), wanted(colours)).requests);
  return sheet;
}

function wanted(colours: readonly ColouredWhen[]): WantedWorkbook {
  const column = { widthPixels: 100, entry: 'given' } as const;
  const tab: TableTab = {
    kind: 'table',
    key: 'ranking',
    title: 'Xếp hạng',
    banner: ['Tháng 03/2024'],
    columns: [
      { ...column, key: 'unit', header: 'Đơn vị' },
      { ...column, key: 'place', header: 'Hạng', ...(colours.length > 0 && { colours }) },
    ],
    rows: [['Xã An Đức', 1]],
    protection: 'given',
  };
  return { title: 'Tổng hợp', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs: [tab] };
}

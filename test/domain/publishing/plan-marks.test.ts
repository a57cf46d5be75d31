import { describe, expect, it } from 'vitest';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { WantedWorkbook } from '../../../functions/src/domain/publishing/wanted.ts';
import { TinyWorkbook } from './tiny-sheet.ts';

const WANTED: WantedWorkbook = {
  title: 'Sổ thi đua',
  locale: 'vi_VN',
  timeZone: 'Asia/Ho_Chi_Minh',
  marks: { 'dien-hinh.campaign': 'TEST', 'dien-hinh.workbook': 'unit:A' },
  tabs: [],
};

describe('what a spreadsheet says of itself', () => {
  it('is written once, for every program with access to the document', () => {
    const sheet = new TinyWorkbook();
    const { requests } = planEdits(sheet.current(), WANTED);
    expect(requests.slice(1)).toEqual([
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: expect.any(Number),
            metadataKey: 'dien-hinh.campaign',
            metadataValue: 'TEST',
            visibility: 'DOCUMENT',
            location: { spreadsheet: true },
          },
        },
      },
      expect.objectContaining({ createDeveloperMetadata: expect.anything() }),
    ]);
    sheet.apply(requests);
    expect(said(sheet)).toEqual(['dien-hinh.campaign TEST', 'dien-hinh.workbook unit:A']);
    expect(planEdits(sheet.current(), WANTED).requests).toEqual([]);
  });

  it('is mended where somebody changed, doubled or deleted it, and other people’s stay', () => {
    const sheet = new TinyWorkbook();
    sheet.apply(planEdits(sheet.current(), WANTED).requests);
    const [campaign] = sheet.marks;
    sheet.marks = [
      { ...campaign!, value: 'OTHER' },
      { id: 7, key: 'dien-hinh.campaign', value: 'TEST' },
      { id: 8, key: 'mine', value: '1' },
    ];
    sheet.apply(planEdits(sheet.current(), WANTED).requests);
    expect(said(sheet)).toEqual(['dien-hinh.campaign TEST', 'dien-hinh.workbook unit:A', 'mine 1']);
    expect(planEdits(sheet.current(), WANTED).requests).toEqual([]);
  });

  it('takes an id that nobody has', () => {
    const sheet = new TinyWorkbook();
    sheet.apply(planEdits(sheet.current(), WANTED).requests);
    const [mark] = sheet.marks.splice(0, 1);
    sheet.marks.push({ id: mark!.id, key: 'mine', value: '1' });
    sheet.apply(planEdits(sheet.current(), WANTED).requests);
    expect(said(sheet)).toEqual(['dien-hinh.campaign TEST', 'dien-hinh.workbook unit:A', 'mine 1']);
  });
});

const said = ({ marks }: TinyWorkbook) => marks.map(({ key, value }) => `${key} ${value}`).sort();

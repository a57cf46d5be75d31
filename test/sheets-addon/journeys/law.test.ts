import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CellValue, FormCells } from '../../../functions/src/domain/form/form.ts';
import { headerRow } from '../../../functions/src/domain/form/read-form.ts';
import { submissionForm, submissionRows } from '../../../functions/src/domain/form/submission-form.ts';
import { readCampaignTexts } from '../../../local/campaign-folder.ts';
import type { FormRules, IssueAnswer } from '../../../sheets-addon/src/backend/answers.ts';
import { checkSubmission, foundByServer } from '../../../sheets-addon/src/form/found-issue.ts';
import { essentialCells } from '../../../sheets-addon/src/form/plain-cells.ts';
import { mangled } from '../../domain/form/mangled-form.ts';
import { ADMIN, startTestOffice, type TestOffice } from '../../http/test-office.ts';
import { anyCell } from '../any-form.ts';
import { wordsOf } from '../words-of.ts';

const AT = '2024-03-20T03:00:00.000Z';
const PERIOD = '2024-03';
/** One of each track of the sample campaign. */
const UNITS = ['X29110', 'VPHU'];
let office: TestOffice;
let campaign: string;
let officer: string;

beforeAll(async () => {
  office = await startTestOffice({ env: { FIRST_ADMIN: ADMIN } });
  const texts = await readCampaignTexts('examples/ba-tri-2024');
  if (!texts.ok) throw new Error('the sample cannot be read');
  campaign = JSON.parse(texts.value['campaign.json']!).campaign.code;
  officer = /^([^,\s]+),officer/m.exec(texts.value['members.csv']!)![1]!;
  const loaded = await office.call('/load-campaign', { as: ADMIN, body: { campaign, files: texts.value } });
  expect([loaded.status, loaded.body.error]).toEqual([200, undefined]);
  const body = { campaign, period: PERIOD, action: 'open' };
  expect((await office.call('/move-period', { as: officer, body, at: AT })).status).toBe(200);
});
afterAll(() => office.stop());

describe('what the sheet accepts', () => {
  it.each(UNITS)('the server accepts, and what it refuses is refused alike: %s', async (unitId) => {
    const query = { campaign, period: PERIOD, unitId };
    const { body: rules } = (await office.call('/form-rules', { as: officer, query, at: AT })) as {
      body: FormRules;
    };
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(formsOf(rules), async (cells) => {
        const found = checkSubmission(cells, rules, wordsOf('vi').explainTrouble);
        const sent = essentialCells(submissionForm, cells);
        const body = { campaign, period: PERIOD, unitId, cells: sent, checkOnly: true };
        const reply = await office.call('/submit-form', { as: officer, body, at: AT });
        const issues: readonly IssueAnswer[] = reply.body.error?.issues ?? [];
        expect([reply.status, issues.map(foundByServer)]).toEqual([found.length === 0 ? 200 : 422, found]);
        if (found.length === 0) accepted++;
      }),
      { numRuns: 60 },
    );
    expect(accepted).toBeGreaterThan(5);
  });
});

/** Forms as people leave them: right answers, some of them overwritten by anything. */
function formsOf({ unit, track, targets }: FormRules): fc.Arbitrary<FormCells> {
  const header = headerRow(submissionForm);
  const rows = submissionRows(unit, track, targets);
  const at = (key: string) => submissionForm.columns.findIndex((column) => column.key === key);
  const right = rows.map((row): CellValue[] => {
    const criterion = track.criteria.find(({ code }) => code === row[0])!;
    const filled = [...row];
    const isYesNo = criterion.scoring.kind === 'yes_no';
    const isText = criterion.scoring.kind === 'information' && criterion.scoring.answer === 'text';
    filled[at('reported')] = isYesNo ? 'Có' : isText ? 'Theo báo cáo' : 3;
    filled[at('target')] ??= 50;
    return filled;
  });
  const broken = fc.array(
    fc.record({
      row: fc.nat(rows.length - 1),
      column: fc.constantFrom(at('target'), at('reported'), at('note')),
      value: anyCell,
    }),
    { maxLength: 4 },
  );
  return broken
    .chain((cells) => {
      const lines = right.map((row) => [...row]);
      for (const { row, column, value } of cells) lines[row]![column] = value;
      return mangled(
        header,
        lines.map((line) => line.map((value) => ({ value }))),
      );
    })
    .map(({ cells }) => cells);
}

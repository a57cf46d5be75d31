import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignCells } from '../../functions/src/campaign-files/cells/campaign-cells.ts';
import { canonicalSettings } from '../../functions/src/campaign-files/cells/canonical-settings.ts';
import { parseCampaignCells } from '../../functions/src/campaign-files/cells/parse-campaign-cells.ts';
import {
  type ParsedCampaign,
  parseCampaignFiles,
} from '../../functions/src/campaign-files/parse-campaign-files.ts';
import { periodsOf } from '../../functions/src/domain/campaign/calendar.ts';
import { rulesFor } from '../../functions/src/domain/campaign/rules-for.ts';
import type { CellValue } from '../../functions/src/domain/form/form.ts';
import { explainIssue } from '../../functions/src/messages/vi/issues/issues.ts';
import { readCampaignFolder } from '../../local/campaign-folder.ts';
import { anyCampaign } from './any-campaign.ts';
import { SETUP_IDS, sheetOf, sheetsOf } from './setup-sheets.ts';
import { SMALL } from './small-campaign.ts';

const canonical = ({ campaign, members }: ParsedCampaign): ParsedCampaign => ({
  campaign: { ...campaign, settings: canonicalSettings(campaign.settings) },
  members,
});

describe('a campaign as forms', () => {
  it('is read back the same, whatever campaign it is', () => {
    fc.assert(
      fc.property(anyCampaign(), (campaign) => {
        expect(parseCampaignCells(sheetsOf(campaign), undefined)).toEqual({
          ok: true,
          value: canonical(campaign),
        });
      }),
      { numRuns: 100 },
    );
  });

  it('says the same rules in every period, though rows have no order of entries', () => {
    fc.assert(
      fc.property(anyCampaign(), ({ campaign }) => {
        const same = { ...campaign, settings: canonicalSettings(campaign.settings) };
        for (const period of periodsOf(campaign.calendar))
          expect(rulesFor(same, period)).toEqual(rulesFor(campaign, period));
        expect(canonicalSettings(same.settings)).toEqual(same.settings);
      }),
      { numRuns: 100 },
    );
  });

  it('means the same however the rows of the settings are sorted', () => {
    const anyOrder = fc.infiniteStream(fc.nat(1_000_000));
    fc.assert(
      fc.property(anyCampaign(), anyOrder, (campaign, numbers) => {
        const rows = campaignCells(campaign).settings.map((row) => ({ row, key: numbers.next().value }));
        const shuffled = rows.toSorted((a, b) => a.key - b.key).map(({ row }) => row);
        const parsed = parseCampaignCells({ settings: sheetOf('settings', shuffled) }, campaign);
        // The order of grades and the like is the order of their rows, so it may be refused; never misread.
        if (!parsed.ok) return;
        const scopes = (each: ParsedCampaign) =>
          each.campaign.settings.map(({ track, validFrom, validTo }) => ({ track, validFrom, validTo }));
        expect(scopes(parsed.value)).toEqual(scopes(canonical(campaign)));
      }),
      { numRuns: 50 },
    );
  });

  it('is the sample campaign, with nothing lost', async () => {
    const sample = await readCampaignFolder('examples/ba-tri-2024');
    if (!sample.ok) throw new Error('the sample has issues');
    expect(parseCampaignCells(sheetsOf(sample.value), undefined)).toEqual({
      ok: true,
      value: canonical(sample.value),
    });
  });

  it('leaves every tab that is not sent as it is stored', () => {
    fc.assert(
      fc.property(anyCampaign(), (campaign) => {
        const { members } = sheetsOf({
          ...campaign,
          members: [{ email: 'x@example.org', roles: ['admin'], unitIds: [] }],
        });
        const parsed = parseCampaignCells({ members }, campaign);
        expect(parsed).toEqual({
          ok: true,
          value: { ...campaign, members: [{ email: 'x@example.org', roles: ['admin'], unitIds: [] }] },
        });
      }),
      { numRuns: 50 },
    );
  });

  it('never does worse than issues, each with its tab and cell, whatever stands in the cells', () => {
    const small = parseCampaignFiles(SMALL);
    if (!small.ok) throw new Error('the small campaign has issues');
    const sheets = sheetsOf(small.value);
    const anyCell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom(
        '__proto__: x',
        'a: "',
        '"',
        '=1+1',
        '#REF!',
        '1.234',
        '31/2/2024',
        '(không có)',
        '; | ;',
        '≥: ; còn lại',
        'mũi:',
        'Lịch',
        'Xếp loại',
        'constructor',
        '1e999',
        'U1 – U2; U1',
      ),
    );
    const anyDamage = fc.record({
      id: fc.constantFrom(...SETUP_IDS),
      row: fc.nat(60),
      column: fc.nat(20),
      cell: anyCell,
    });
    fc.assert(
      fc.property(fc.array(anyDamage, { minLength: 1, maxLength: 8 }), (damages) => {
        const damaged = Object.fromEntries(
          SETUP_IDS.map((id) => [id, sheets[id].values.map((row): CellValue[] => [...row])]),
        );
        for (const { id, row, column, cell } of damages) {
          damaged[id]![row] ??= [];
          damaged[id]![row]![column] = cell;
        }
        const whole = (row: readonly CellValue[] | undefined) =>
          Array.from(row ?? [], (cell) => cell ?? null);
        const cells = Object.fromEntries(
          SETUP_IDS.map((id) => [id, { origin: 'A1', values: Array.from(damaged[id]!, whole) }]),
        );
        const parsed = parseCampaignCells(cells, small.value);
        const issues = parsed.ok ? [] : parsed.issues;
        expect(parsed.ok).toBe(issues.length === 0);
        for (const issue of issues) {
          expect([issue, issue.at.tab, issue.at.cell]).toEqual([
            issue,
            expect.stringMatching(/^(units|members|criteria|targets|settings)$/),
            expect.stringMatching(/^[A-Z]+\d+$/),
          ]);
          expect(explainIssue(issue)).toMatch(/^Tab “/);
        }
      }),
      { numRuns: 150 },
    );
  });
});

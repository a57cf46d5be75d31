import { campaignCells } from '../../functions/src/campaign-files/cells/campaign-cells.ts';
import type { SetupCells } from '../../functions/src/campaign-files/cells/parse-campaign-cells.ts';
import type { ParsedCampaign } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { SETUP_FORMS, type SetupFormId } from '../../functions/src/domain/setup/setup-forms.ts';

export const SETUP_IDS = Object.keys(SETUP_FORMS) as SetupFormId[];

/** The configuration tabs of a campaign as the sheet gives them: a title, the header, the rows. */
export function sheetsOf(campaign: ParsedCampaign): Required<SetupCells> {
  const cells = campaignCells(campaign);
  return Object.fromEntries(SETUP_IDS.map((id) => [id, sheetOf(id, cells[id])])) as Required<SetupCells>;
}

export function sheetOf(id: SetupFormId, rows: readonly (readonly CellValue[])[]): FormCells {
  const form = SETUP_FORMS[id];
  return { origin: 'A1', values: [[form.tab], form.columns.map(({ header }) => header), ...rows] };
}

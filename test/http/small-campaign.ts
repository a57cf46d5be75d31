import { appraisalForm } from '../../functions/src/domain/form/appraisal-form.ts';
import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { submissionForm } from '../../functions/src/domain/form/submission-form.ts';

export const OFFICER = 'officer@x.example';
export const OFFICER_2 = 'officer2@x.example';
export const EDITOR_A = 'a@x.example';
export const EDITOR_B = 'b@x.example';
export const LEADER = 'leader@x.example';
export const COUNCIL = 'council@x.example';
export const NOBODY = 'nobody@x.example';

/** The files of a campaign with three units of one track and two criteria, months of 2024. */
export function campaignFiles(
  code: string,
  parts: { readonly name?: string; readonly members?: readonly string[] } = {},
): Record<string, string> {
  const members = parts.members ?? [
    'admin@x.example,admin,',
    `${OFFICER},officer,`,
    `${OFFICER_2},officer,`,
    `${EDITOR_A},unit_editor,A`,
    `${EDITOR_B},unit_editor,B`,
    `${LEADER},leader,`,
    `${COUNCIL},council_member,`,
  ];
  return {
    'campaign.json': JSON.stringify({
      campaign: { code, name: parts.name ?? 'Thi đua', time_zone: 'Asia/Ho_Chi_Minh' },
      calendar: {
        kind: 'month',
        from: '2024-01-01',
        to: '2024-12-31',
        submit_within_days: 5,
        appraise_within_days: 10,
        vote_within_days: 15,
        publish_within_days: 20,
      },
      tracks: [{ code: 'XA', name: 'Xã' }],
      settings: [{ ranking: { places: 'competition', decimals: 2 } }],
    }),
    'criteria.csv': `track,code,name,method,parameters,max_points
XA,C1,Tuyên truyền,DIRECT,step=0.5,10
XA,C2,Có kế hoạch,YESNO,,5
`,
    'units.csv': `unit_id,name,track,cluster
A,Xã An Bình,XA,Cụm 1
B,Xã Bảo Thạnh,XA,Cụm 1
C,Xã Châu Bình,XA,Cụm 1
`,
    'members.csv': `email,roles,unit_ids\n${members.join('\n')}\n`,
  };
}

/** The tab Phiếu as a unit filled it: the answer to each criterion. */
export function filledForm(answers: Readonly<Record<string, CellValue>>): FormCells {
  const rows = Object.entries(answers).map(([criterion, reported]) =>
    submissionForm.columns.map(({ key }): CellValue => {
      if (key === 'criterion') return criterion;
      return key === 'reported' ? reported : null;
    }),
  );
  return { origin: 'A1', values: [submissionForm.columns.map(({ header }) => header), ...rows] };
}

/** The tab Thẩm định as the office filled it. */
export function filledAppraisal(
  rows: readonly { unit: string; criterion: string; appraised: CellValue; note?: string }[],
): FormCells {
  const values = rows.map((row) =>
    appraisalForm.columns.map(({ key }): CellValue => {
      switch (key) {
        case 'unit':
          return row.unit;
        case 'criterion':
          return row.criterion;
        case 'appraised':
          return row.appraised;
        case 'appraisalNote':
          return row.note ?? null;
        default:
          return null;
      }
    }),
  );
  return { origin: 'A1', values: [appraisalForm.columns.map(({ header }) => header), ...values] };
}

import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';
import { submissionForm } from '../../functions/src/domain/form/submission-form.ts';
import { OFFICER, OFFICER_2 } from '../http/small-campaign.ts';
import { ADMIN } from '../http/test-office.ts';

/** Units of one track, in clusters of twenty, 14 criteria of every kind that people answer, one editor for each unit. */
export function loadedFiles(code: string, unitIds: readonly string[]): Record<string, string> {
  return {
    'campaign.json': JSON.stringify({
      campaign: { code, name: 'Thi đua', time_zone: 'Asia/Ho_Chi_Minh' },
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
    'criteria.csv': ['track,code,name,method,parameters,max_points', ...CRITERIA.map(criterionLine), ''].join(
      '\n',
    ),
    'units.csv': [
      'unit_id,name,track,cluster',
      ...unitIds.map((id, i) => `${id},Xã số ${i + 1},XA,Cụm ${Math.floor(i / 20) + 1}`),
      '',
    ].join('\n'),
    'members.csv': [
      'email,roles,unit_ids',
      ...[`${ADMIN},admin,`, `${OFFICER},officer,`, `${OFFICER_2},officer,`],
      ...unitIds.map((id) => `${editorOf(id)},unit_editor,${id}`),
      '',
    ].join('\n'),
  };
}

export const unitIdsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `X${String(i + 1).padStart(5, '0')}`);

export const editorOf = (unitId: string): string => `${unitId.toLowerCase()}@x.example`;

type Kind = 'DIRECT' | 'YESNO' | 'COUNT' | 'PCT';
const KINDS: readonly Kind[] = ['DIRECT', 'YESNO', 'COUNT', 'PCT'];
const CRITERIA = Array.from({ length: 14 }, (_, i) => ({
  code: `C${String(i + 1).padStart(2, '0')}`,
  kind: KINDS[i % KINDS.length]!,
}));

function criterionLine({ code, kind }: (typeof CRITERIA)[number]): string {
  switch (kind) {
    case 'DIRECT':
      return `XA,${code},Nội dung ${code},DIRECT,step=0.5,10`;
    case 'YESNO':
      return `XA,${code},Nội dung ${code},YESNO,,5`;
    case 'COUNT':
      return `XA,${code},Nội dung ${code},COUNT,each=0.5,8`;
    case 'PCT':
      return `XA,${code},Nội dung ${code},PCT_TARGET,target=100,10`;
  }
}

/** A whole form, each time another one. */
export function someForm(random: () => number): FormCells {
  return formWith((kind) => {
    switch (kind) {
      case 'DIRECT':
        return Math.floor(random() * 21) / 2;
      case 'YESNO':
        return random() < 0.7 ? 'Có' : 'Không';
      case 'COUNT':
        return Math.floor(random() * 30);
      case 'PCT':
        return Math.floor(random() * 1200) / 10;
    }
  });
}

/** A form that is refused for its first criterion. */
export function wrongForm(random: () => number): FormCells {
  const { origin, values } = someForm(random);
  return {
    origin,
    values: values.map((row, i) => (i === 1 ? row.map((cell, j) => (j === REPORTED ? 'mười' : cell)) : row)),
  };
}

const CRITERION = submissionForm.columns.findIndex(({ key }) => key === 'criterion');
const REPORTED = submissionForm.columns.findIndex(({ key }) => key === 'reported');

/** What each criterion was answered with, by its code; yes and no as a store keeps them. */
export const answersIn = ({ values: [, ...rows] }: FormCells): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.map((row) => [row[CRITERION], said(row[REPORTED])]));

const said = (cell: CellValue | undefined): string =>
  cell === 'Có' || cell === 'Không' ? String(cell === 'Có') : String(cell);

function formWith(answer: (kind: Kind) => CellValue): FormCells {
  const rows = CRITERIA.map(({ code, kind }) =>
    submissionForm.columns.map(({ key }): CellValue => {
      if (key === 'criterion') return code;
      return key === 'reported' ? answer(kind) : null;
    }),
  );
  return { origin: 'A1', values: [submissionForm.columns.map(({ header }) => header), ...rows] };
}

import fc from 'fast-check';
import { appraisalForm } from '../../functions/src/domain/form/appraisal-form.ts';
import type { CellValue, FormCells, FormColumn } from '../../functions/src/domain/form/form.ts';
import { submissionForm } from '../../functions/src/domain/form/submission-form.ts';
import { REGISTERS, registerOf } from '../../functions/src/domain/register/registers.ts';
import { SETUP_FORMS, type SetupFormId } from '../../functions/src/domain/setup/setup-forms.ts';
import { filledForm } from '../http/small-campaign.ts';
import { ODD_NUMBERS, ODD_TEXTS, VIETNAMESE_TEXTS } from './corpus.ts';

const codes = [
  ...['A', 'B', 'C', 'XA', 'C1', 'C2', 'NN', '2024-03', 'DK-AAAAAA', 'DH-AAAAAA', 'HT-AAAAAA', 'BC-AAAAAA'],
  ...['NT-AAAAAA', 'TT-AAAAAA', 'SK-AAAAAA', 'CLB-AAAAAA', 'officer', 'a@x.example', 'DIRECT', 'step=0.5'],
];
const oddCell: fc.Arbitrary<CellValue> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...ODD_TEXTS) },
  { weight: 2, arbitrary: fc.constantFrom(...ODD_NUMBERS) },
  { weight: 1, arbitrary: fc.boolean() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** What a submitted form is, from neat to wild. */
export const submissionCells: fc.Arbitrary<FormCells> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc
      .record({ points: fc.integer({ min: 0, max: 20 }), has: fc.constantFrom('Có', 'Không', 'CO\u0301') })
      .map(({ points, has }) => filledForm({ C1: points / 2, C2: has })),
  },
  { weight: 2, arbitrary: fc.record({ C1: oddCell, C2: oddCell }).map((answers) => filledForm(answers)) },
  { weight: 1, arbitrary: gridOf(submissionForm.columns) },
);

export const appraisalCells: fc.Arbitrary<FormCells> = gridOf(appraisalForm.columns);

export const registerNames = Object.keys(REGISTERS);
export const registerCells = (name: string): fc.Arbitrary<FormCells> => gridOf(registerOf(name)!.columns);

export const setupCells: fc.Arbitrary<Partial<Record<SetupFormId, FormCells>>> = fc.record(
  Object.fromEntries(Object.values(SETUP_FORMS).map(({ id, columns }) => [id, gridOf(columns)])),
  { requiredKeys: [] },
);

/** A block of cells under a form's headers: mostly what belongs there, here and there what does not. */
export function gridOf(columns: readonly FormColumn[]): fc.Arbitrary<FormCells> {
  const row = fc.tuple(...columns.map((column) => cellOf(column)));
  const headers = fc.oneof(
    { weight: 12, arbitrary: fc.constant(columns.map(({ header }) => header)) },
    { weight: 1, arbitrary: fc.shuffledSubarray(columns.map(({ header }) => header)) },
    { weight: 1, arbitrary: fc.constant(columns.map(({ header }) => header.normalize('NFD'))) },
    { weight: 1, arbitrary: fc.array(oddCell, { maxLength: 30 }) },
  );
  const origin = fc.oneof(
    { weight: 9, arbitrary: fc.constant('A1') },
    { weight: 1, arbitrary: fc.constantFrom('ZZZ9999999', 'A9999999', 'B7', 'XFD1') },
  );
  return fc
    .record({ origin, headers, rows: fc.array(row, { maxLength: 6 }) })
    .map(({ origin: at, headers: head, rows }) => ({ origin: at, values: [head, ...rows] }));
}

function cellOf(column: FormColumn): fc.Arbitrary<CellValue> {
  return fc.oneof(
    { weight: 6, arbitrary: fittingCell(column) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: oddCell },
  );
}

function fittingCell({ kind, choices = [] }: FormColumn): fc.Arbitrary<CellValue> {
  switch (kind) {
    case 'number':
    case 'whole':
      return fc.integer({ min: 0, max: 50 });
    case 'choice':
      return choices.length === 0 ? fc.constant('Tập thể') : fc.constantFrom(...choices);
    case 'yes_no':
      return fc.constantFrom('Có', 'Không');
    case 'day':
      return fc.constantFrom<CellValue>(45_000, '15/02/2024', '2024-03-01');
    case 'link':
      return fc.constantFrom('https://x.example/a', 'http://x.example/?q=1');
    case 'text':
      return fc.constantFrom(...VIETNAMESE_TEXTS, ...codes);
    default:
      return fc.constantFrom(...codes);
  }
}

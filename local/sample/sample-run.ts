import type { Criterion } from '../../functions/src/domain/campaign/criterion.ts';
import type { Rules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { Progress } from '../office/progress.ts';
import type { Person } from './people.ts';
import type { OpenForm } from './submit.ts';

/** What the sample's steps share: its people, its rules, where its sheets are. */
export interface SampleRun {
  readonly officer: Person;
  readonly personOf: (email: string) => Promise<Person>;
  /** Accounts of the council's members, hoi-dong-1 first. */
  readonly council: readonly string[];
  /** Who fills a unit's form. */
  readonly editorOf: (unitId: string) => Promise<Person>;
  /** What is valid in a period. */
  readonly rulesOf: (period: string) => Rules;
  readonly targetOf: (unitId: string, criterion: Criterion, period: string) => number | undefined;
  readonly spreadsheetOf: (workbook: string) => string;
  readonly titles: { readonly form: (period: string) => string; readonly appraisal: string };
  readonly progress: Progress;
}

export function formOf(sample: SampleRun, unitId: string, period: string): OpenForm {
  return {
    period,
    unitId,
    spreadsheetId: sample.spreadsheetOf(`unit:${unitId}`),
    tab: sample.titles.form(period),
  };
}

/** So many days after the period's last one, at an hour of Vietnam's day (UTC+7, no summer time). */
export function dayAfter(sample: Pick<SampleRun, 'rulesOf'>, period: string, days: number, hour = 9): Date {
  const last = new Date(`${sample.rulesOf(period).period.to}T00:00:00+07:00`);
  return new Date(last.getTime() + (days * 24 + hour) * 3_600_000);
}

/** "2024-03" as "03/2024". */
export const showMonth = (period: string): string => `${period.slice(5)}/${period.slice(0, 4)}`;

import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { PeriodResult } from '../../functions/src/domain/evaluation/period-result.ts';
import type { KeptRow } from '../../functions/src/domain/register/register.ts';
import type { Submission } from '../../functions/src/ports/form.ts';
import type { Job } from '../../functions/src/ports/job.ts';
import type { PeriodRecord } from '../../functions/src/ports/period.ts';
import { decimal } from '../domain/build/campaign.ts';

export const MARCH = '2024-03' as PeriodId;
export const AT = new Date('2024-04-03T08:00:00.000Z');
export const LATER = new Date('2024-04-03T08:00:05.000Z');

export function recordOf(parts: Partial<PeriodRecord> = {}): PeriodRecord {
  return {
    period: MARCH,
    revision: 3,
    state: 'open',
    ballot: 'not_held',
    deadlineAt: LATER,
    changedAt: AT,
    changedBy: 'officer@x.example',
    resultVersion: 0,
    publishedVersion: 0,
    publications: [{ version: 1, at: AT, by: 'officer@x.example' }],
    reopenings: [{ at: AT, by: 'officer@x.example', reason: 'Bổ sung số liệu', fromVersion: 1 }],
    ...parts,
  };
}

export function jobOf(parts: Partial<Job> & Pick<Job, 'key'>): Job {
  const requested = { requestedAt: AT, requestedBy: 'officer@x.example' };
  return {
    kind: 'evaluate',
    nth: 1,
    state: 'waiting',
    ...requested,
    done: 0,
    total: 3,
    attempts: 0,
    ...parts,
  };
}

export const rowOf = (code: string, unitId: string | undefined, values: KeptRow['values']): KeptRow => ({
  register: 'registration',
  code,
  ...(unitId !== undefined && { unitId }),
  revision: 1,
  values,
  addedAt: AT,
  savedAt: AT,
  savedBy: 'editor@x.example',
});

export function submissionOf(unitId: string, revision: number): Submission {
  return {
    period: MARCH,
    unitId,
    revision,
    submittedAt: AT,
    submittedBy: 'editor@x.example',
    source: 'submitted',
    late: false,
    reopenings: 2,
    answers: [
      { criterion: 'C1', reported: { kind: 'number', value: decimal('0') }, target: decimal('12.5') },
      { criterion: 'C2', reported: { kind: 'not_applicable' }, note: 'Không có' },
      { criterion: 'C3', reported: { kind: 'yes_no', value: false } },
      { criterion: 'C4', reported: { kind: 'text', value: '=IMPORTXML("x")' } },
      { criterion: 'C5' },
    ],
  };
}

export const resultOf = (n: number): PeriodResult => ({
  campaign: 'TEST',
  period: MARCH,
  inputsDigest: `digest ${n}`,
  units: [],
  quotas: [],
  recognitions: [],
});

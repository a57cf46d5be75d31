import { expect, it } from 'vitest';
import { campaignCells } from '../../functions/src/campaign-files/cells/campaign-cells.ts';
import type { WantedWorkbook } from '../../functions/src/domain/publishing/wanted.ts';
import type { Submission } from '../../functions/src/ports/form.ts';
import type { LogAction } from '../../functions/src/ports/log.ts';
import type { Role } from '../../functions/src/ports/member.ts';
import type { PeriodState } from '../../functions/src/ports/period.ts';
import type { OfficePeriod } from '../../functions/src/workbooks/office/office-period.ts';
import { officeWorkbook } from '../../functions/src/workbooks/office/office-workbook.ts';
import { summaryWorkbook } from '../../functions/src/workbooks/summary/summary-workbook.ts';
import { unitWorkbook } from '../../functions/src/workbooks/unit/unit-workbook.ts';
import {
  ACTION_WORDS,
  OUTCOME_WORDS,
  ROLE_WORDS,
  SOURCE_WORDS,
  STATE_WORDS,
} from '../../functions/src/workbooks/words.ts';
import { periodId } from '../domain/build/campaign.ts';
import { everyIssue } from '../messages/every-issue.ts';
import { shown } from './shown.ts';
import { CAMPAIGN, content, NO_REMINDERS, publishedPeriods } from './two-months.ts';

const codesOf = (words: object): string[] => Object.keys(words);
const CODES = [ACTION_WORDS, OUTCOME_WORDS, ROLE_WORDS, SOURCE_WORDS, STATE_WORDS].flatMap(codesOf);
const AT = new Date('2024-04-06T01:00:00Z');

it.each(codesOf(STATE_WORDS) as PeriodState[])(
  'shows nobody a code where a word belongs: a period that is %s',
  (state) => {
    const log = (codesOf(ACTION_WORDS) as LogAction[]).map((action, i) => ({
      id: String(i),
      at: AT,
      by: `${i % members.length}@x.example`,
      action,
      period: periodId('2024-03'),
      unitId: 'A',
      reason: 'Số liệu nhầm',
      details: { revision: 1, version: 2, issues: 3, register: 'unit_vote', code: 'BC-7K3Q9F' },
    }));
    const office = officePeriod(state);
    const published = publishedPeriods().map((each) => ({ ...each, record: office.record }));
    const workbooks = [
      summaryWorkbook({ ...content(), periods: published, log, members }),
      officeWorkbook({
        campaign: CAMPAIGN,
        members,
        log,
        tracked: office,
        appraised: office,
        reminders: NO_REMINDERS,
        setup: campaignCells({ campaign: CAMPAIGN, members }),
      }),
      ...['A', 'B', 'C', 'D'].map(
        (unitId) =>
          unitWorkbook({
            campaign: CAMPAIGN,
            unitId,
            periods: [{ period: office.period, state, rules: office.rules }],
            published: published.at(-1),
          })!,
      ),
    ];
    const codes = new Set([
      ...CODES,
      ...everyIssue.map(({ code }) => code),
      'ranked',
      'not_reported',
      'scored',
    ]);
    expect(workbooks.flatMap(wordsOf).filter((word) => codes.has(word))).toEqual([]);
  },
);

/** Whatever in the cells could be a code. An account is no word: its last part may be called like a role. */
function wordsOf(workbook: WantedWorkbook): string[] {
  return shown(workbook)
    .join('\n')
    .replaceAll(/\S+@\S+/g, '')
    .match(/[a-z_]{4,}/g)!;
}

const members = (codesOf(ROLE_WORDS) as Role[]).map((role, i) => ({
  email: `${i}@x.example`,
  roles: [role],
  unitIds: role === 'unit_editor' ? ['A'] : [],
}));

/** One unit for each way a form can come in, and forms that came back for whatever can be wrong, ten things to a unit. */
function officePeriod(state: PeriodState): OfficePeriod {
  const march = publishedPeriods()[1]!;
  const period = periodId('2024-03');
  return {
    ...march,
    record: { ...march.record, state },
    submissions: (codesOf(SOURCE_WORDS) as Submission['source'][]).map((source, i) => ({
      period,
      unitId: ['A', 'B'][i]!,
      revision: 1,
      submittedAt: AT,
      submittedBy: '0@x.example',
      source,
      late: i > 0,
      reopenings: 0,
      answers: [],
    })),
    appraisals: [],
    refusals: ['A', 'B', 'C', 'D'].map((unitId, i) => ({
      period,
      unitId,
      refusedAt: AT,
      source: 'submitted',
      issues: everyIssue.slice(10 * i, 10 * i + 10).map(({ code }) => ({ code, cell: 'G4' })),
    })),
  };
}

import type { ExemplarStep } from '../../../domain/exemplar/exemplar-step.ts';
import type { RegisterIssue } from '../../../domain/register/register-issue.ts';
import { namingSign } from '../naming-sign.ts';

/** The trouble with a row of a register and its remedy; the place is said before it. */
export function explainRegisterTrouble(issue: RegisterIssue): string {
  switch (issue.code) {
    case 'cell_missing':
      return `“${issue.header}” is missing. Fill in this cell.`;
    case 'not_a_choice':
      return `“${issue.text}” is not in the list. Choose one of: ${issue.choices.join('; ')}.`;
    case 'not_a_day':
      return `“${issue.text}” is not a date. Write day/month/year with all four digits of the year, such as 15/02/2024.`;
    case 'day_in_future':
      return `“${issue.header}” cannot be after today. Check day, month and year.`;
    case 'not_whole':
      return `“${issue.text}” is not a count. Write a whole number, 0 or more.`;
    case 'not_a_link':
      return `“${issue.text}” is not a link. Paste an address that begins with https://, or leave the cell blank.`;
    case 'row_code_missing':
      return 'the new row has no code yet. Send it from the menu Thi đua, which writes one.';
    case 'row_code_malformed':
      return `“${issue.text}” is not a code of this register (${issue.prefix}-…). Clear the code; sending writes a new one.${namingSign(issue.text)}`;
    case 'row_code_taken':
      return `the code “${issue.text}” belongs to another unit. Clear the code; sending writes a new one.`;
    case 'row_code_repeated':
      return `the code “${issue.text}” stands in another row too. Clear it in the copied row; sending writes a new one.`;
    case 'reference_unknown':
      return `there is no ${issue.what.replaceAll('_', ' ')} with the code “${issue.text}”. Choose one from the cell's list.${namingSign(issue.text)}`;
    case 'days_out_of_order':
      return `“${issue.later}” cannot be before “${issue.earlier}”. Correct one of the two dates.`;
    case 'part_above_whole':
      return `“${issue.part}” cannot be more than “${issue.whole}”. Check the two numbers.`;
    case 'needed_for':
      return `with “${issue.because}” there must be “${issue.header}”. Fill in this cell.`;
    case 'quorum_missed':
      return `${issue.present} people were there, and ${issue.needed} are needed. Meet again, or check the number.`;
    case 'votes_missed':
      return `${issue.votes} votes were for it, and ${issue.needed} are needed. Choose “Không”, or check the number.`;
    case 'row_twice':
      return `row ${issue.other} says the same. Keep one of them.`;
    case 'rewarded_before':
      return `this achievement was rewarded in row ${issue.other}; one achievement is rewarded once. Name another one, or choose an outcome without a reward.`;
    case 'rewarded_by_decision':
      return `this achievement was rewarded by decision ${issue.reference}; one achievement is rewarded once. Name another one, or choose an outcome without a reward.`;
    case 'exemplar_revoked':
      return `the exemplar this person stands for was revoked on ${issue.on} by decision ${issue.reference}; only what was held by then is entered. Check the day, or choose somebody else.`;
    case 'step_missing':
      return `exemplar ${issue.exemplar} ${STEP_MISSING[issue.step]}`;
  }
}

/** Which step is missing, and who can do it. */
export const STEP_MISSING: Readonly<Record<ExemplarStep, string>> = {
  built: 'has no decision of praise in force (step 1). An officer issues it after the ballot.',
  propagated: 'has not been propagated (step 2). An officer enters an item in the tab Tuyên truyền first.',
  learned: 'has no learner yet (step 3). A learning unit enters its commitment in the tab Học tập first.',
  reviewed: 'has not been reviewed (step 4). An officer opens the review and the council votes first.',
  decided: 'has no decision of recognition (step 5). An officer issues it first.',
};

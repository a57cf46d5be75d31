import { Issues } from '../../functions/src/campaign-files/issues.ts';
import { readTable, type Table } from '../../functions/src/campaign-files/parse/csv-text.ts';
import type { At } from '../../functions/src/domain/at.ts';
import { parsePeriod } from '../../functions/src/domain/campaign/calendar.ts';
import type { Campaign } from '../../functions/src/domain/campaign/campaign.ts';
import { type Criterion, isApplicable } from '../../functions/src/domain/campaign/criterion.ts';
import type { Period } from '../../functions/src/domain/campaign/period.ts';
import { rulesFor } from '../../functions/src/domain/campaign/rules-for.ts';
import type { Unit } from '../../functions/src/domain/campaign/unit.ts';
import type { Rules, TrackRules, UnitInput } from '../../functions/src/domain/evaluation/period-inputs.ts';
import { checkAnswers, type RawAnswerRow } from '../../functions/src/domain/form/answers.ts';
import { excerptOf, levelText } from '../../functions/src/domain/form/text.ts';
import type { Checked, Issue } from '../../functions/src/domain/issue.ts';
import { type Column, SHAPE } from './submissions-columns.ts';

/** What a file says about one period. */
export interface SubmittedPeriod {
  readonly rules: Rules;
  readonly submissions: readonly UnitInput[];
}

/**
 * Reads a CSV file of submissions, one row per unit and criterion, period by period in the order of time; or
 * every issue in it with row and column. Rows without a period belong to `asked`. The asked period is always
 * there, with nothing submitted if the file has nothing for it.
 */
export function readSubmissions(
  file: string,
  text: string,
  campaign: Campaign,
  asked: Period,
): Checked<readonly SubmittedPeriod[]> {
  const issues = new Issues();
  const table = readTable(file, text, SHAPE, issues);
  const periods = new Map<string, OpenPeriod>();
  const open = (period: Period): OpenPeriod => {
    const known = periods.get(period.id);
    if (known !== undefined) return known;
    const rules = rulesFor(campaign, period);
    const opened = { rules, valid: new Map(rules.units.map((unit) => [unit.id, unit])), units: new Map() };
    periods.set(period.id, opened);
    return opened;
  };
  open(asked);
  if (table.complete) sortRows(table, campaign, asked, open, issues);
  const submitted = [...periods.values()].map((period) => checkPeriod(period, issues)).sort(byTime);
  const found = issues.inOrder([file]);
  return found.length > 0 ? { ok: false, issues: found } : { ok: true, value: submitted };
}

/** What is wrong with a file whatever the campaign: for the day when the campaign itself has problems too. */
export function checkSubmissionsTable(file: string, text: string): readonly Issue[] {
  const issues = new Issues();
  readTable(file, text, SHAPE, issues);
  return issues.inOrder([file]);
}

interface OpenPeriod {
  readonly rules: Rules;
  readonly valid: ReadonlyMap<string, Unit>;
  readonly units: Map<string, OpenUnit>;
}

interface OpenUnit {
  readonly unit: Unit;
  readonly track: TrackRules;
  readonly firstRow: At;
  /** The row in which each criterion came, by its levelled code. */
  readonly seen: Map<string, number>;
  readonly rows: RawAnswerRow[];
  late: boolean;
}

function sortRows(
  table: Table,
  campaign: Campaign,
  asked: Period,
  open: (period: Period) => OpenPeriod,
  issues: Issues,
): void {
  const registered = findById(campaign.units);
  for (const { row, cells } of table.rows) {
    const at = (column: Column): At => ({ file: table.file, row, column });
    const given = cells.period === undefined ? asked : parsePeriod(cells.period, campaign.calendar);
    if (given === undefined)
      issues.add({ code: 'period_unknown', value: excerptOf(cells.period ?? ''), at: at('period') });
    const unitId = registered(cells.unit_id ?? '')?.id;
    if (unitId === undefined)
      issues.add({ code: 'unit_unknown', unitId: excerptOf(cells.unit_id ?? ''), at: at('unit_id') });
    const late = readLate(cells.late);
    if (late === undefined)
      issues.add({ code: 'not_yes_no', text: excerptOf(cells.late ?? ''), at: at('late') });
    if (given === undefined || unitId === undefined) continue;

    const unit = openUnit(open(given), unitId, { file: table.file, row });
    if (unit === undefined) {
      issues.add({ code: 'unit_not_valid', unitId, period: given.id, at: at('unit_id') });
      continue;
    }
    unit.late ||= late === true;
    const criterion = levelText(cells.criterion ?? '');
    const earlier = unit.seen.get(criterion);
    if (earlier !== undefined) {
      issues.add({ code: 'row_repeated', earlier, at: at('criterion') });
      continue;
    }
    unit.seen.set(criterion, row);
    unit.rows.push({
      criterion: cells.criterion,
      reported: cells.reported,
      target: cells.target,
      note: cells.note,
      appraised: cells.appraised,
      appraisalNote: cells.appraisal_note,
      at: {
        criterion: at('criterion'),
        reported: at('reported'),
        target: at('target'),
        note: at('note'),
        appraised: at('appraised'),
        appraisalNote: at('appraisal_note'),
      },
    });
  }
}

/** Finds a unit by its id as written, else by one that differs in case and spaces only. */
export function findById(units: readonly Unit[]): (id: string) => Unit | undefined {
  const exact = new Map(units.map((unit) => [unit.id, unit]));
  const level = new Map(units.map((unit) => [levelText(unit.id), unit]));
  return (id) => exact.get(id) ?? level.get(levelText(id));
}

function openUnit({ rules, valid, units }: OpenPeriod, unitId: string, firstRow: At): OpenUnit | undefined {
  const known = units.get(unitId);
  if (known !== undefined) return known;
  const unit = valid.get(unitId);
  const track = rules.tracks.find((each) => each.code === unit?.track);
  if (unit === undefined || track === undefined) return undefined;
  const opened: OpenUnit = { unit, track, firstRow, seen: new Map(), rows: [], late: false };
  units.set(unitId, opened);
  return opened;
}

/** A blank is not late. */
function readLate(text: string | undefined): boolean | undefined {
  const word = levelText(text ?? '');
  if (['', 'no', 'n', 'không', 'khong', 'false', '0'].includes(word)) return false;
  return ['yes', 'y', 'có', 'co', 'x', 'true', '1', 'trễ', 'tre'].includes(word) ? true : undefined;
}

function checkPeriod({ rules, units }: OpenPeriod, issues: Issues): SubmittedPeriod {
  const submissions: UnitInput[] = [];
  for (const { unit, track, firstRow, seen, rows, late } of units.values()) {
    for (const criterion of track.criteria)
      if (isMissing(criterion, unit, seen))
        issues.add({
          code: 'answer_row_missing',
          unitId: unit.id,
          criterion: criterion.code,
          at: { ...firstRow, column: 'criterion' },
        });
    const checked = checkAnswers(rows, { unit, track, targets: rules.targets, mode: 'file' });
    if (!checked.ok) for (const issue of checked.issues) issues.add(issue);
    else submissions.push({ unitId: unit.id, revision: 1, appraisalRevision: 0, late, ...checked.value });
  }
  return { rules, submissions };
}

function isMissing(criterion: Criterion, unit: Unit, seen: ReadonlyMap<string, number>): boolean {
  return criterion.required && isApplicable(criterion, unit) && !seen.has(levelText(criterion.code));
}

const byTime = (a: SubmittedPeriod, b: SubmittedPeriod): number =>
  a.rules.period.from < b.rules.period.from ? -1 : a.rules.period.from > b.rules.period.from ? 1 : 0;

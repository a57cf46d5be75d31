import { compareDecimals } from '../../domain/numbers/decimal.ts';
import { pointsOf } from '../../domain/numbers/micropoints.ts';
import type { Issues } from '../issues.ts';
import type { SettingsJson } from '../parse/campaign-json.ts';
import type { Partly } from '../parse/read-each.ts';
import { checkCouncil } from './check-council.ts';
import { checkSpan, refuseRepeated } from './checks.ts';

/** What one entry of the settings must hold by itself; what it names elsewhere is checked with the rules. */
export function checkSettings(settings: Partly<SettingsJson>, issues: Issues): void {
  checkSpan(settings.valid_from, settings.valid_to, settings, 'valid_to', issues);
  checkGrades(settings, issues);
  checkCouncil(settings, issues);
  refuseRepeated(settings.gates ?? [], 'code', 'gate', issues);
  refuseRepeated(settings.quotas ?? [], 'grade', 'grade', issues);
  refuseRepeated(settings.recognitions ?? [], 'code', 'recognition', issues);
  for (const quota of settings.quotas ?? []) checkTieAtCut(quota, issues);
  for (const recognition of settings.recognitions ?? []) {
    checkTieAtCut(recognition, issues);
    const given = [recognition.first, recognition.share].filter((part) => part !== undefined);
    const unread = ['first', 'share'].some((field) => issues.isUnread(recognition, field));
    if (given.length !== 1 && !unread)
      issues.add({ code: 'settings_inconsistent', detail: 'first_or_share', at: issues.at(recognition) });
  }
}

/** From best to worst, the last one without a minimum. */
function checkGrades(settings: Partly<SettingsJson>, issues: Issues): void {
  const grades = settings.grades ?? [];
  refuseRepeated(grades, 'code', 'grade', issues);
  grades.forEach((grade, index) => {
    const isLast = index === grades.length - 1;
    if (isLast && grade.min !== undefined)
      issues.add({ code: 'grades_without_floor', at: issues.at(grade, 'min') });
    if (!isLast && grade.min === undefined && !issues.isUnread(grade, 'min'))
      issues.add({ code: 'field_missing', field: 'min', at: issues.at(grade) });
    const before = grades[index - 1]?.min;
    if (before === undefined || grade.min === undefined) return;
    const [high, low] = [pointsOf(before), pointsOf(grade.min)];
    if (compareDecimals(low, high) >= 0)
      issues.add({ code: 'threshold_out_of_order', before: high, after: low, at: issues.at(grade, 'min') });
  });
}

function checkTieAtCut(
  rule: Partly<{ tie_at_cut: string; next_keys?: readonly object[] }>,
  issues: Issues,
): void {
  const keys = rule.next_keys?.length ?? 0;
  if (rule.tie_at_cut === 'next_key' && keys === 0 && !issues.isUnread(rule, 'next_keys'))
    issues.add({
      code: 'settings_inconsistent',
      detail: 'next_keys_missing',
      at: issues.at(rule, 'tie_at_cut'),
    });
  if (rule.tie_at_cut !== undefined && rule.tie_at_cut !== 'next_key' && keys > 0)
    issues.add({
      code: 'settings_inconsistent',
      detail: 'next_keys_unused',
      at: issues.at(rule, 'next_keys'),
    });
}

import type { Calendar, Day } from '../../domain/campaign/period.ts';
import { checkSpan, refuseRepeated } from '../check/checks.ts';
import type { Issues } from '../issues.ts';
import { type CampaignJson, MONTHLY_DEADLINES } from './campaign-json.ts';
import type { Partly } from './read-each.ts';

type CalendarJson = NonNullable<CampaignJson['calendar']>;

/** Stands for a first day that could not be read. */
const NO_DAY = '1970-01-01' as Day;

/** The calendar, checked: its rounds, its days and its deadlines in their order. */
export function readCalendar(given: Partly<CalendarJson> | undefined, issues: Issues): Calendar {
  const json = given ?? { from: NO_DAY };
  const rounds = readRounds(json, issues);
  const from = json.from ?? rounds?.[0]?.from;
  checkSpan(from, json.to, json, 'to', issues);
  checkDeadlines(json, issues);
  if (from === undefined && json.kind !== 'round' && !issues.isUnread(json, 'from'))
    issues.add({ code: 'field_missing', field: 'from', at: issues.at(json, 'from') });
  return {
    kind: json.kind ?? 'month',
    from: from ?? NO_DAY,
    ...(json.to && { to: json.to }),
    ...(rounds && { rounds }),
    submitWithinDays: json.submit_within_days ?? MONTHLY_DEADLINES.submit,
    appraiseWithinDays: json.appraise_within_days ?? MONTHLY_DEADLINES.appraise,
    voteWithinDays: json.vote_within_days ?? MONTHLY_DEADLINES.vote,
    publishWithinDays: json.publish_within_days ?? MONTHLY_DEADLINES.publish,
  };
}

function readRounds(json: Partly<CalendarJson>, issues: Issues): Calendar['rounds'] {
  const at = issues.at(json, 'rounds');
  if (json.kind === 'round' && !json.rounds?.length && !issues.isUnread(json, 'rounds'))
    issues.add({ code: 'settings_inconsistent', detail: 'rounds_missing', at });
  if (json.rounds === undefined) return undefined;
  if (json.kind !== undefined && json.kind !== 'round')
    issues.add({ code: 'settings_inconsistent', detail: 'rounds_unused', at });
  refuseRepeated(json.rounds, 'code', 'period', issues);
  json.rounds.forEach((round, index) => {
    checkSpan(round.from, round.to, round, 'to', issues);
    const before = json.rounds![index - 1];
    if (before?.to && round.from && round.from <= before.to)
      issues.add({
        code: 'validity_overlaps',
        what: 'period',
        value: round.code ?? '',
        at: issues.at(round, 'from'),
      });
  });
  return json.rounds.flatMap(({ code, name_vi: name = '', from, to }) =>
    code && from && to ? [{ code, name, from, to }] : [],
  );
}

function checkDeadlines(json: Partly<CalendarJson>, issues: Issues): void {
  const inOrder = [
    'submit_within_days',
    'appraise_within_days',
    'vote_within_days',
    'publish_within_days',
  ] as const;
  const days = inOrder.map((field) => json[field]).filter((count) => count !== undefined);
  const wrong = days.findIndex((count, index) => index > 0 && count < days[index - 1]!);
  if (wrong > 0)
    issues.add({ code: 'settings_inconsistent', detail: 'deadlines_out_of_order', at: issues.at(json) });
}

import type { Inconsistency } from '../../domain/issue.ts';
import type { Issues } from '../issues.ts';
import type { SettingsJson } from '../parse/campaign-json.ts';
import type { Partly } from '../parse/read-each.ts';
import { refuseRepeated } from './checks.ts';

/** What one entry of the settings says of the council's ballots, decisions and reviews. */
export function checkCouncil(settings: Partly<SettingsJson>, issues: Issues): void {
  const add = (detail: Inconsistency, placed: object, field: string) =>
    issues.add({ code: 'settings_inconsistent', detail, at: issues.at(placed, field) });
  for (const section of ['ballots', 'decisions', 'review'] as const)
    if (settings.track !== undefined && settings[section] !== undefined)
      add('council_of_track', settings, section);
  const { decisions, review } = settings;
  if (decisions !== undefined) {
    const { scheme, signers } = decisions;
    if (scheme !== undefined && !/\{n+\}/.test(scheme)) add('scheme_without_number', decisions, 'scheme');
    if (signers?.length === 0 && !issues.isUnread(decisions, 'signers'))
      add('signers_missing', decisions, 'signers');
    refuseRepeated(signers ?? [], 'code', 'signer', issues);
  }
  if (review?.caught_up !== undefined && review.surpassed !== undefined)
    if (review.surpassed < review.caught_up) add('surpassed_below_caught_up', review, 'surpassed');
}

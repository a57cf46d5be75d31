import type { At } from '../../domain/at.ts';
import type { Campaign, Group, Track } from '../../domain/campaign/campaign.ts';
import type { Settings } from '../../domain/campaign/settings.ts';
import type { Tag } from '../../domain/campaign/tag.ts';
import { WEEKDAYS } from '../../domain/campaign/working-days.ts';
import type { CodeOf } from '../../domain/issue.ts';
import { checkSettings } from '../check/check-settings.ts';
import { refuseRepeated } from '../check/checks.ts';
import type { Issues } from '../issues.ts';
import {
  type CampaignJson,
  campaignJson,
  DEFAULT_TIME_ZONE,
  type LaunchJson,
  type SettingsJson,
  type TrackJson,
  type WorkingDaysJson,
} from './campaign-json.ts';
import { parseJsonText } from './json-text.ts';
import { readCalendar } from './read-calendar.ts';
import { type Partly, readEach } from './read-each.ts';
import { toDomain } from './to-domain.ts';

export const CAMPAIGN_FILE = 'campaign.json';

export type CampaignHead = Omit<Campaign, 'units' | 'criteria' | 'targets'>;

/** Everything of a campaign but its tables, as far as it could be read; undefined when the file is no JSON. */
export function readCampaignJson(text: string, issues: Issues): CampaignHead | undefined {
  const json = readShape(text, issues);
  if (json === undefined) return undefined;
  for (const section of ['campaign', 'calendar', 'tracks'] as const)
    if (json[section] === undefined && !issues.spoils(section))
      issues.add({ code: 'section_missing', section, track: '', at: { file: CAMPAIGN_FILE } });
  if (json.tracks?.length === 0)
    issues.add({ code: 'section_missing', section: 'tracks', track: '', at: issues.at(json, 'tracks') });
  for (const settings of json.settings ?? []) {
    checkSettings(settings, issues);
    const isKnown = json.tracks?.some(({ code }) => code === settings.track);
    if (settings.track !== undefined && !isKnown && !issues.spoils('tracks'))
      issues.add({
        code: 'code_unknown',
        what: 'track',
        value: settings.track,
        at: issues.at(settings, 'track'),
      });
  }
  return campaignHead(issues, json);
}

/** What was read under the domain's names; of nothing, a campaign with nothing in it. */
export function campaignHead(issues: Issues, json: Partly<CampaignJson> = {}): CampaignHead {
  const tracks = (json.tracks ?? []).map((track) => toTrack(track, issues));
  refuseRepeated(tracks, 'code', 'track', issues);
  const launch = json.launch && toDomain(json.launch as LaunchJson, issues);
  const workingDays = readWorkingDays(json.working_days, issues);
  const fields = toTags(json.fields, 'field', issues);
  return {
    code: json.campaign?.code ?? '',
    name: json.campaign?.name_vi ?? '',
    ...(json.campaign?.motto_vi !== undefined && { motto: json.campaign.motto_vi }),
    ...(json.campaign?.follows !== undefined && { follows: json.campaign.follows }),
    ...(launch && { launch }),
    timeZone: json.campaign?.time_zone ?? DEFAULT_TIME_ZONE,
    calendar: readCalendar(json.calendar, issues),
    ...(workingDays && { workingDays }),
    tracks,
    breakthroughs: toTags(json.breakthroughs, 'breakthrough', issues),
    ...(fields.length > 0 && { fields }),
    settings: (json.settings ?? []).map((settings) => toSettings(settings, issues)),
  };
}

function readShape(text: string, issues: Issues): Partly<CampaignJson> | undefined {
  const parsed = parseJsonText(text.replace(/^\ufeff/, ''));
  if (!parsed.ok) {
    const at = { file: CAMPAIGN_FILE, row: parsed.line };
    if (parsed.reason === 'malformed')
      issues.add({ code: 'json_malformed', character: parsed.character, at });
    else issues.add({ code: 'file_unreadable', detail: 'too_deep', at });
    return undefined;
  }
  const placeOf = (path = ''): At => {
    const row = lineOf(path, parsed.lines);
    return { file: CAMPAIGN_FILE, ...(row && { row }), ...(path && { column: path }) };
  };
  for (const path of parsed.repeated)
    issues.add({ code: 'field_repeated', field: path.split('.').at(-1)!, at: placeOf(path) });
  return readEach(campaignJson, parsed.value, placeOf, issues);
}

/** A field that is not there is where the object is that should have it. */
function lineOf(path: string, lines: ReadonlyMap<string, number>): number | undefined {
  for (let part = path; part !== ''; part = part.replace(/(?:^|\.)[^.[\]]*$|\[\d+\]$/, '')) {
    const line = lines.get(part);
    if (line !== undefined) return line;
  }
  return lines.get('');
}

function toTrack(json: Partly<TrackJson>, issues: Issues): Track {
  const legs = toTags(json.legs, 'leg', issues);
  const prongs = toTags(json.prongs, 'prong', issues);
  if (json.groups)
    for (const prong of json.prongs ?? [])
      if (prong.max !== undefined)
        issues.add({
          code: 'settings_inconsistent',
          detail: 'prong_max_unused',
          at: issues.at(prong, 'max'),
        });
  const groups = (json.groups ?? json.prongs ?? []).map((group): Group => {
    const { code = '', name_vi: name = '', max } = group;
    return issues.placeLike({ code, name, ...(max !== undefined && { max }) }, group);
  });
  if (json.groups) refuseRepeated(groups, 'code', 'group', issues);
  const { code = '', name_vi: name = '' } = json;
  return issues.placeLike({ code, name, legs, prongs, groups }, json);
}

function readWorkingDays(json: Partly<WorkingDaysJson> | undefined, issues: Issues): Campaign['workingDays'] {
  if (json === undefined) return undefined;
  if (new Set(json.weekend).size === WEEKDAYS.length)
    issues.add({ code: 'settings_inconsistent', detail: 'no_working_day', at: issues.at(json, 'weekend') });
  return toDomain(json as WorkingDaysJson, issues);
}

function toTags(
  json: readonly Partly<{ code: string; name_vi: string }>[] = [],
  what: CodeOf,
  issues: Issues,
): readonly Tag[] {
  const tags = json.map((tag) => issues.placeLike({ code: tag.code ?? '', name: tag.name_vi ?? '' }, tag));
  refuseRepeated(tags, 'code', what, issues);
  return tags;
}

function toSettings(json: Partly<SettingsJson>, issues: Issues): Settings {
  const { ranking, ...settings } = toDomain(json as SettingsJson, issues);
  if (!ranking) return issues.placeLike(settings, json);
  // "all": unrounded, which the domain says by naming no decimals.
  const { decimals, ...others } = ranking;
  const exact = issues.placeLike({ ...others, ...(decimals !== 'all' && { decimals }) }, ranking);
  return issues.placeLike({ ...settings, ranking: exact }, json);
}

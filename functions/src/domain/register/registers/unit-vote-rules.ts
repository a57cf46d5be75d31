import { levelText } from '../../form/text.ts';
import type { Issue } from '../../issue.ts';
import type { ReadRow, RegisterContext, RowValues } from '../register.ts';

export const NO_RECOGNITION = 'Không';
export const PROPOSED = 'Đề nghị huyện xét';

/** Without recognition or proposal nothing was decided, and the figures are only noted. */
export function validVote({ values, at }: ReadRow): Issue[] {
  const { entitled, present, votes, outcome, proposed } = values;
  if (outcome === NO_RECOGNITION && proposed !== true) return [];
  if (typeof entitled !== 'number' || typeof present !== 'number' || typeof votes !== 'number') return [];
  const quorum = Math.ceil((entitled * 2) / 3);
  if (present < quorum) return [{ code: 'quorum_missed', present, needed: quorum, at: at('present') }];
  const needed = Math.floor(present / 2) + 1;
  return votes < needed ? [{ code: 'votes_missed', votes, needed, at: at('votes') }] : [];
}

/** What is recognised, or proposed to the district, is named; a reward says what it is. */
export function recognitionNeeds({ values, at }: ReadRow): Issue[] {
  const { outcome, achievement, reward, proposed } = values;
  const because = outcome !== NO_RECOGNITION ? String(outcome) : proposed === true ? PROPOSED : undefined;
  const missing: Issue[] = [];
  if (because !== undefined && achievement === undefined)
    missing.push({ code: 'needed_for', header: 'Thành tích', because, at: at('achievement') });
  if (isRewarded(values) && reward === undefined)
    missing.push({
      code: 'needed_for',
      header: 'Nội dung khen thưởng',
      because: String(outcome),
      at: at('reward'),
    });
  return missing;
}

/** One achievement is rewarded once (law 06/2022/QH15): not again for the same registrant in another period. */
export function rewardedOnce(row: ReadRow, all: readonly ReadRow[]): Issue[] {
  const { registration, achievement } = row.values;
  if (!isRewarded(row.values) || typeof achievement !== 'string') return [];
  const before = all.slice(0, all.indexOf(row));
  const earlier = rewardedByUnit(before, { registration: String(registration), achievement });
  if (earlier === undefined) return [];
  return [{ code: 'rewarded_before', other: earlier.code, at: row.at('achievement') }];
}

/** Nor for what a decision rewarded. */
export function rewardedByDistrict({ values, at }: ReadRow, { rewarded = [] }: RegisterContext): Issue[] {
  if (!isRewarded(values) || values.achievement === undefined) return [];
  const deed = levelText(String(values.achievement));
  const earlier = rewarded.find(
    (each) => each.registration === values.registration && levelText(each.achievement) === deed,
  );
  if (earlier === undefined) return [];
  return [{ code: 'rewarded_by_decision', reference: earlier.reference, at: at('achievement') }];
}

/** Where a unit rewarded a registrant for an achievement itself, in whatever period and however it is spelt. */
export function rewardedByUnit<Row extends { readonly values: RowValues }>(
  votes: readonly Row[],
  { registration, achievement }: { readonly registration: string; readonly achievement: string },
): Row | undefined {
  return votes.find(
    ({ values }) =>
      values.registration === registration &&
      isRewarded(values) &&
      levelText(String(values.achievement ?? '')) === levelText(achievement),
  );
}

const isRewarded = ({ outcome }: RowValues): boolean => /khen thưởng/i.test(String(outcome));

import type { ListChanges, Named } from '../../domain/setup/compare-campaigns.ts';
import type { ResultChanges, UnitChange, UnitOutcome } from '../../domain/setup/compare-results.ts';
import { changesNothing, MOST_NAMES, type PreviewFacts } from '../preview-facts.ts';
import { formatPeriod, formatPoints } from './format.ts';

/** What saving would change, line by line: first what the current month would look like. */
export function explainPreview(facts: PreviewFacts): string[] {
  if (changesNothing(facts)) return ['Không có gì khác với cấu hình đang dùng.'];
  const { changes, month, hasResults } = facts;
  return [
    ...(month ? monthLines(month) : ['Chưa có kỳ nào có phiếu để thử.']),
    ...listLine('Đơn vị', changes.units),
    ...listLine('Tiêu chí', changes.criteria),
    ...listLine('Thành viên', changes.members),
    ...(changes.targets > 0 ? [`Chỉ tiêu riêng: ${changes.targets} chỉ tiêu khác đi.`] : []),
    ...(changes.settings.length > 0
      ? [`Thiết lập: ${changes.settings.map(({ section, rows }) => `${section} (${rows} dòng)`).join(', ')}.`]
      : []),
    ...removedLine('Đơn vị', changes.units),
    ...removedLine('Tiêu chí', changes.criteria),
    ...(hasResults
      ? ['Các kỳ đã đánh giá giữ nguyên kết quả theo cấu hình cũ; muốn tính lại phải mở lại kỳ và nêu lý do.']
      : []),
  ];
}

type Month = NonNullable<PreviewFacts['month']>;

function monthLines({ period, forms, isEvaluated, changes }: Month): string[] {
  const when = isEvaluated
    ? `${formatPeriod(period)} (đã đánh giá; đây là nếu mở lại và đánh giá lại, ${forms} phiếu)`
    : `${formatPeriod(period)} (tạm tính với ${forms} phiếu)`;
  const counted = COUNTED.filter(([what]) => changes.counts[what] > 0).map(
    ([what, words]) => `${changes.counts[what]} đơn vị ${words}`,
  );
  const first =
    counted.length === 0
      ? `${when}: không đơn vị nào đổi hạng, điểm, xếp loại hay ghi nhận.`
      : `${when}: ${counted.join(', ')}.`;
  return [
    first,
    ...changes.units.map(unitLine),
    ...(changes.more > 0 ? [`và ${changes.more} đơn vị nữa.`] : []),
  ];
}

const COUNTED: readonly (readonly [keyof ResultChanges['counts'], string])[] = [
  ['place', 'đổi hạng'],
  ['grade', 'đổi xếp loại'],
  ['recognition', 'đổi ghi nhận'],
  ['points', 'đổi điểm'],
  ['comes', 'vào danh sách'],
  ['goes', 'ra khỏi danh sách'],
];

/** "Xã Mỹ Hòa: hạng 3 → 1; xếp loại Tốt → Xuất sắc." */
function unitLine({ name, before, after }: UnitChange): string {
  if (before === undefined) return `${name}: vào danh sách${placeText(after!)}.`;
  if (after === undefined) return `${name}: ra khỏi danh sách${placeText(before)}.`;
  const parts = [
    changed('hạng', before.place?.toString(), after.place?.toString()),
    changed('điểm', pointsText(before), pointsText(after)),
    changed('xếp loại', before.grade, after.grade),
    changed('ghi nhận', before.recognitions.join(', '), after.recognitions.join(', ')),
  ];
  return `${name}: ${parts.filter((part) => part !== undefined).join('; ')}.`;
}

function changed(what: string, before: string | undefined, after: string | undefined): string | undefined {
  return before === after ? undefined : `${what} ${before || 'không'} → ${after || 'không'}`;
}

const placeText = ({ place }: UnitOutcome): string => (place === undefined ? '' : ` (hạng ${place})`);
const pointsText = ({ total }: UnitOutcome) => (total === undefined ? undefined : formatPoints(total));

function listLine(what: string, { added, removed, changed: altered }: ListChanges): string[] {
  const parts = [countText('thêm', added), countText('bỏ', removed), countText('đổi', altered)].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? [] : [`${what}: ${parts.join('; ')}.`];
}

function countText(verb: string, some: readonly Named[]): string {
  return some.length === 0 ? '' : `${verb} ${some.length} (${namesOf(some)})`;
}

/** Whoever wanted it to end on a day would have written the day. */
function removedLine(what: string, { removed }: ListChanges): string[] {
  if (removed.length === 0) return [];
  return [
    `Lưu ý: ${what.toLowerCase()} bị xóa hẳn khỏi mọi kỳ chưa đánh giá. Nếu chỉ thôi từ một ngày, hãy giữ dòng và ghi “Đến ngày”.`,
  ];
}

function namesOf(some: readonly Named[]): string {
  const names = some
    .slice(0, MOST_NAMES)
    .map(({ code, name }) => (code === name ? code : `${code} – ${name}`));
  return [...names, ...(some.length > MOST_NAMES ? ['…'] : [])].join(', ');
}

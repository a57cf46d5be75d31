/** What people read in the tab Thiết lập: the sections, their keys by section, and the words of choices. */

export const SECTION_WORDS: Readonly<Record<string, string>> = {
  campaign: 'Phong trào',
  launch: 'Phát động',
  calendar: 'Lịch',
  'calendar.rounds': 'Đợt',
  tracks: 'Đối tượng',
  'tracks.legs': 'Chân',
  'tracks.prongs': 'Mũi',
  'tracks.groups': 'Nhóm tiêu chí',
  breakthroughs: 'Nhiệm vụ đột phá',
  fields: 'Lĩnh vực',
  working_days: 'Ngày làm việc',
  'settings.totals': 'Tổng điểm',
  'settings.grades': 'Xếp loại',
  'settings.gates': 'Điều kiện khống chế',
  'settings.quotas': 'Tỷ lệ khống chế',
  'settings.ranking': 'Xếp hạng',
  'settings.recognitions': 'Ghi nhận',
  'settings.standings': 'Lũy kế quý, năm',
  'settings.ballots': 'Bình chọn',
  'settings.decisions': 'Quyết định',
  'settings.review': 'Bình xét',
};

const TIE_AT_CUT = 'Khi ngang nhau ở mức cắt';
const NEXT_KEYS = 'Xét tiếp theo';

/** By section and field; fields that are not here are looked for under "*". */
export const FIELD_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': { name_vi: 'Tên', max: 'Điểm tối đa', scope: 'Xét trong', from: 'Từ ngày', to: 'Đến ngày' },
  campaign: {
    code: 'Mã phong trào',
    motto_vi: 'Phương châm',
    follows: 'Tiếp nối phong trào',
    time_zone: 'Múi giờ',
  },
  launch: { date: 'Ngày phát động', number: 'Số văn bản', text_vi: 'Nội dung' },
  calendar: {
    kind: 'Kỳ',
    from: 'Ngày đầu của phong trào',
    to: 'Ngày cuối của phong trào',
    submit_within_days: 'Hạn nộp phiếu, số ngày sau kỳ',
    appraise_within_days: 'Hạn thẩm định, số ngày sau kỳ',
    vote_within_days: 'Hạn bình chọn, số ngày sau kỳ',
    publish_within_days: 'Hạn công bố, số ngày sau kỳ',
  },
  working_days: {
    weekend: 'Ngày nghỉ hằng tuần',
    holidays: 'Ngày nghỉ lễ',
    also_working: 'Ngày làm bù',
    deadlines: 'Hạn rơi vào ngày nghỉ',
    remind_days_before: 'Nhắc trước, số ngày làm việc',
  },
  'settings.totals': {
    bonus_cap: 'Điểm thưởng nhiều nhất',
    deduction_floor: 'Điểm trừ nhiều nhất (số âm)',
    graded_up_to: 'Xếp loại tính đến',
    least: 'Tổng điểm ít nhất',
  },
  'settings.grades': { min: 'Từ điểm' },
  'settings.gates': {
    cap_grade: 'Xếp loại cao nhất',
    bars_recognition: 'Không được ghi nhận',
    when_late: 'Khi nộp trễ',
    when_below: 'Khi điểm thấp hơn',
  },
  'settings.quotas': {
    ratio: 'Tỷ lệ',
    'special.attribute': 'Tỷ lệ riêng: thuộc tính',
    'special.value': 'Tỷ lệ riêng: giá trị',
    'special.ratio': 'Tỷ lệ riêng',
    of: 'Tính trên các mức',
    rounding: 'Làm tròn',
    least: 'Ít nhất',
    tie_at_cut: TIE_AT_CUT,
    next_keys: NEXT_KEYS,
  },
  'settings.ranking': {
    leading: 'Xếp theo',
    points_order: 'Điểm nào đứng trước',
    places: 'Hạng khi ngang nhau',
    decimals: 'Số lẻ được so',
    tie_breaks: 'Khi bằng điểm thì xét',
  },
  'settings.recognitions': {
    outcome: 'Hình thức',
    first: 'Số đơn vị đứng đầu',
    'share.ratio': 'Tỷ lệ đơn vị đứng đầu',
    'share.rounding': 'Làm tròn',
    least_grade: 'Xếp loại thấp nhất',
    least_points: 'Điểm thấp nhất',
    tie_at_cut: TIE_AT_CUT,
    next_keys: NEXT_KEYS,
  },
  'settings.standings': { method: 'Cách cộng', missing: 'Kỳ không báo cáo' },
  'settings.ballots': {
    'nomination.secrecy': 'Bình chọn: cách bỏ phiếu',
    'nomination.quorum': 'Bình chọn: tỷ lệ người bỏ phiếu ít nhất',
    'nomination.base': 'Bình chọn: tính trên',
    'nomination.pass': 'Bình chọn: tỷ lệ đạt',
    'nomination.above': 'Bình chọn: phải trên tỷ lệ đạt',
    'review.secrecy': 'Bình xét: cách bỏ phiếu',
    'review.quorum': 'Bình xét: tỷ lệ người bỏ phiếu ít nhất',
    'review.base': 'Bình xét: tính trên',
    'review.pass': 'Bình xét: tỷ lệ đạt',
    'review.above': 'Bình xét: phải trên tỷ lệ đạt',
  },
  'settings.decisions': {
    scheme: 'Cách đánh số',
    parent_vi: 'Cơ quan cấp trên',
    issuer_vi: 'Cơ quan ban hành',
    place_vi: 'Địa danh',
    grounds_vi: 'Căn cứ',
    recipients_vi: 'Nơi nhận',
    signers: 'Người ký: mã | họ tên | chức vụ | ký thay',
  },
  'settings.review': { caught_up: 'Bắt kịp từ', surpassed: 'Vượt qua từ' },
};

/** By section and field, else by the field's last name. */
const CHOICE_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  kind: { month: 'tháng', week: 'tuần', quarter: 'quý', year: 'năm', round: 'đợt' },
  scope: { cluster: 'cụm, khối', track: 'toàn đối tượng' },
  rounding: { floor: 'làm tròn xuống', round: 'làm tròn thường', ceil: 'làm tròn lên' },
  tie_at_cut: { nobody: 'không ai được', everybody: 'tất cả cùng được', next_key: 'xét tiếp' },
  leading: { points: 'điểm', grade_then_points: 'xếp loại rồi đến điểm' },
  points_order: { descending: 'điểm cao đứng trước', ascending: 'điểm thấp đứng trước' },
  places: { competition: '1-2-2-4', dense: '1-2-2-3' },
  decimals: { all: 'tất cả' },
  outcome: { praise: 'biểu dương', reward: 'khen thưởng' },
  method: { sum: 'cộng', average: 'trung bình' },
  missing: { zero: 'tính 0 điểm', skip: 'bỏ qua' },
  secrecy: { secret: 'bỏ phiếu kín', open: 'biểu quyết' },
  base: { all: 'mọi thành viên', voted: 'người đã bỏ phiếu' },
  weekend: {
    monday: 'thứ hai',
    tuesday: 'thứ ba',
    wednesday: 'thứ tư',
    thursday: 'thứ năm',
    friday: 'thứ sáu',
    saturday: 'thứ bảy',
    sunday: 'chủ nhật',
  },
  deadlines: { as_written: 'giữ nguyên', next_working_day: 'chuyển sang ngày làm việc kế tiếp' },
};

/** What says that a section is there and holds nothing. */
export const EMPTY_SECTION = 'Không có gì ở mục này';

export const sectionWord = (path: string): string => SECTION_WORDS[path] ?? path;

export function fieldWord(section: string, field: string): string {
  return FIELD_WORDS[section]?.[field] ?? FIELD_WORDS['*']![field] ?? field;
}

/** The words of a field's choices, each with the file's own. */
export function choiceWords(field: string, choices: readonly string[]): ReadonlyMap<string, string> {
  const words = CHOICE_WORDS[field.split('.').at(-1)!] ?? {};
  return new Map(choices.map((choice) => [choice, words[choice] ?? choice]));
}

import type { Day } from '../../../domain/campaign/period.ts';
import type { CodeOf, FieldShape, FileIssue, Inconsistency, Issue } from '../../../domain/issue.ts';
import type { Decimal } from '../../../domain/numbers/decimal.ts';
import { isFormTrouble, isRegisterTrouble } from '../../issue-kinds.ts';
import { type PlaceWords, showPlace } from '../../place.ts';
import { formatDay, formatDecimal } from '../format.ts';
import { namingSign } from '../naming-sign.ts';
import { showPeriodId } from '../period-id.ts';
import { explainFormTrouble } from './form-issues.ts';
import { explainRegisterTrouble } from './register-issues.ts';
import { explainSetupTrouble } from './setup-issues.ts';

/** One sentence or two for a person: the place, the trouble, the remedy. */
export function explainIssue(issue: Issue): string {
  return `${showPlace(issue.at, PLACE)}: ${explainTrouble(issue)}`;
}

/** The trouble and the remedy alone, for lines that begin with the place themselves. */
export function explainTrouble(issue: Issue): string {
  const inForm = issue.at.tab === undefined ? undefined : explainSetupTrouble(issue, expected);
  if (inForm !== undefined) return inForm;
  if (isFormTrouble(issue)) return explainFormTrouble(issue);
  if (isRegisterTrouble(issue)) return explainRegisterTrouble(issue);
  switch (issue.code) {
    case 'field_invalid':
      return `“${issue.found}” không hợp lệ ở trường ${issue.field}. Cần ${expected(issue)}.`;
    case 'field_missing':
      return `thiếu trường ${issue.field}. Hãy thêm trường này.`;
    case 'field_unknown':
      return `không có trường nào tên ${issue.field}. Hãy kiểm tra chính tả hoặc bỏ trường này.`;
    case 'field_repeated':
      return `trường ${issue.field} được ghi hơn một lần. Hãy giữ lại một.`;
    case 'parameter_missing':
      return `cách chấm ${issue.kind} cần tham số ${issue.parameter}. Hãy thêm tham số này.`;
    case 'parameter_unknown':
      return `cách chấm ${issue.kind} không có tham số ${issue.parameter}. Hãy kiểm tra chính tả hoặc bỏ tham số này.`;
    case 'parameter_invalid':
      if (issue.parameter === 'parameters')
        return `không hiểu được “${issue.found}”. Hãy xem docs/campaign.md và ghi lại.`;
      return `tham số ${issue.parameter} có giá trị “${issue.found}” không hợp lệ. Hãy xem docs/campaign.md và ghi lại.`;
    case 'threshold_out_of_order':
      return `ngưỡng ${show(issue.before)} đứng trước ngưỡng ${show(issue.after)} là sai thứ tự. Hãy xếp các ngưỡng từ tốt nhất đến kém nhất.`;
    case 'points_above_max':
      return `${show(issue.points)} điểm vượt điểm tối đa ${show(issue.max)} của tiêu chí. Hãy giảm điểm hoặc tăng điểm tối đa.`;
    case 'group_sum_differs':
      return `${issue.period === undefined ? '' : `từ ${inSentence(showPeriodId(issue.period))}, `}các tiêu chí của nhóm ${issue.group} cộng lại được ${show(issue.sum)} điểm, trong khi điểm tối đa của nhóm là ${show(issue.max)}. Hãy sửa cho hai số bằng nhau.`;
    case 'code_unknown':
      return `không có ${CODES[issue.what]} nào là “${issue.value}”. Hãy sửa lại, hoặc khai báo trước khi dùng.${namingSign(issue.value)}`;
    case 'code_repeated':
      return `${CODES[issue.what]} “${issue.value}” đã được khai báo trước đó. Hãy đổi mã hoặc bỏ bớt.`;
    case 'code_malformed':
      return `“${issue.value}” không dùng làm ${CODES[issue.what]} được. Hãy xem quy tắc đặt mã trong docs/campaign.md.${namingSign(issue.value)}`;
    case 'validity_reversed':
      return `ngày bắt đầu ${formatDay(issue.from as Day)} sau ngày kết thúc ${formatDay(issue.to as Day)}. Hãy sửa lại một trong hai ngày.`;
    case 'validity_overlaps':
      return `${CODES[issue.what]} “${issue.value}” có hai khoảng thời gian hiệu lực chồng lên nhau. Hãy sửa ngày bắt đầu hoặc ngày kết thúc.`;
    case 'section_missing':
      return issue.track === ''
        ? `thiếu phần ${issue.section}. Hãy thêm phần này.`
        : `đối tượng ${issue.track} chưa có phần ${issue.section}. Hãy thêm phần này.`;
    case 'grades_without_floor':
      return 'mức xếp loại cuối cùng không được có điểm tối thiểu, để đơn vị nào cũng được xếp loại. Hãy bỏ điểm tối thiểu của mức cuối.';
    case 'period_lost':
      return `${inSentence(showPeriodId(issue.period))} đã được mở mà lịch mới không còn kỳ này với đúng những ngày ấy. Hãy giữ lịch của các kỳ đã mở.`;
    case 'cell_not_used':
      return `mục này không dùng “${issue.header}”. Hãy để trống ô này.`;
    case 'settings_inconsistent':
      return INCONSISTENCIES[issue.detail];
    case 'folder_missing':
      return 'không có thư mục nào như vậy. Hãy kiểm tra đường dẫn.';
    case 'file_missing':
      return 'không tìm thấy tệp. Hãy thêm tệp này.';
    case 'file_unknown':
      return 'không có tệp nào tên như vậy trong một phong trào. Hãy kiểm tra tên tệp hoặc bỏ tệp này.';
    case 'file_too_large':
      return `tệp lớn hơn ${whole(issue.mostBytes)} byte. Hãy bỏ bớt nội dung thừa.`;
    case 'file_unreadable':
      return UNREADABLE[issue.detail];
    case 'json_malformed':
      return `JSON sai cú pháp ở ký tự thứ ${issue.character} của dòng này. Hãy kiểm tra dấu phẩy, ngoặc và nháy kép quanh đó.`;
    case 'column_missing':
      return `không tìm thấy cột ${issue.header}. Hãy thêm cột này vào dòng tiêu đề.`;
    case 'column_repeated':
      return `cột ${issue.header} xuất hiện hơn một lần. Hãy giữ lại một cột.`;
    case 'row_malformed':
      return ROWS[issue.detail];
    case 'period_unknown':
      return `không có kỳ nào là “${issue.value}” trong lịch của phong trào. Hãy ghi đúng mã kỳ, ví dụ 2024-03.`;
    case 'row_repeated':
      return `dòng này lặp lại dòng ${issue.earlier}. Hãy giữ lại một dòng.`;
  }
}

const PLACE: PlaceWords = {
  cell: 'ô',
  tab: 'tab',
  column: 'cột',
  file: 'tệp',
  row: 'dòng',
  quotes: ['“', '”'],
  nowhere: 'dữ liệu',
};

function expected(issue: Extract<Issue, { code: 'field_invalid' }>): string {
  const choices = issue.choices === undefined ? '' : `: ${issue.choices.join(', ')}`;
  return `${SHAPES[issue.expected]}${choices}`;
}

const SHAPES: Readonly<Record<FieldShape, string>> = {
  text: 'chữ',
  number: 'một con số',
  number_above_zero: 'một số lớn hơn 0',
  number_not_negative: 'một số từ 0 trở lên',
  number_not_positive: 'một số từ 0 trở xuống',
  points_in_range: 'nhiều nhất 10.000.000 điểm, kể cả hệ số',
  coefficient: 'một số lớn hơn 0, ví dụ 2, 0.5, 50% hoặc 1/3',
  whole_number: 'một số nguyên',
  ratio: 'một tỷ lệ từ 0 đến 1 (hoặc từ 0% đến 100%)',
  share: 'một tỷ lệ từ 0 đến 1, ví dụ 50% hoặc 2/3',
  baseline_share: 'một tỷ lệ so với điển hình, ví dụ 100% hoặc 105%',
  yes_no: 'yes hoặc no',
  day: 'một ngày dạng 2024-03-31',
  attributes: 'một cặp “tên: giá trị”, nhiều cặp cách nhau bằng dấu chấm phẩy',
  time_zone: 'một múi giờ, ví dụ Asia/Ho_Chi_Minh',
  list: 'một danh sách',
  object: 'một nhóm trường trong dấu { }',
  choice: 'một trong các giá trị',
};

const CODES: Readonly<Record<CodeOf, string>> = {
  campaign: 'mã phong trào',
  track: 'mã đối tượng',
  cluster: 'cụm, khối',
  leg: 'mã chân',
  prong: 'mã mũi',
  breakthrough: 'mã nhiệm vụ đột phá',
  field: 'mã lĩnh vực',
  group: 'mã nhóm tiêu chí',
  gate: 'mã điều kiện khống chế',
  grade: 'mã xếp loại',
  recognition: 'mã hình thức ghi nhận',
  criterion: 'mã tiêu chí',
  unit: 'mã đơn vị',
  member: 'thành viên',
  attribute: 'thuộc tính của đơn vị',
  rank_key: 'khóa xếp hạng',
  role: 'vai trò',
  signer: 'mã người ký',
  method: 'cách chấm',
  period: 'mã kỳ',
};

const INCONSISTENCIES: Readonly<Record<Inconsistency, string>> = {
  first_or_share: 'quy tắc ghi nhận phải có đúng một trong hai: first hoặc share. Hãy giữ một.',
  next_keys_missing: 'tie_at_cut là next_key nhưng chưa nêu khóa nào. Hãy thêm next_keys.',
  next_keys_unused:
    'next_keys chỉ có nghĩa khi tie_at_cut là next_key. Hãy bỏ next_keys hoặc đổi tie_at_cut.',
  quota_on_last_grade:
    'không đặt tỷ lệ khống chế cho mức xếp loại cuối cùng được, vì không còn mức nào thấp hơn. Hãy chọn mức khác.',
  rounds_missing: 'lịch theo đợt (round) phải có danh sách rounds. Hãy thêm các đợt.',
  rounds_unused: 'rounds chỉ dùng cho lịch theo đợt (round). Hãy bỏ rounds hoặc đổi kind.',
  no_working_day: 'phải có ít nhất một ngày làm việc trong tuần. Hãy bỏ bớt ngày nghỉ hằng tuần.',
  deadlines_out_of_order:
    'các hạn phải theo thứ tự nộp, thẩm định, bình chọn, công bố. Hãy sửa số ngày cho tăng dần.',
  prong_max_unused:
    'điểm tối đa của mũi không được dùng vì đối tượng này có nhóm tiêu chí riêng. Hãy bỏ max của mũi hoặc bỏ groups.',
  group_not_allowed:
    'điểm thưởng, điểm trừ và thông tin không thuộc nhóm nào. Hãy để trống nhóm của tiêu chí này.',
  gate_twice: 'điều kiện khống chế được ghi ở hai nơi và khác nhau. Hãy giữ một nơi.',
  key_not_comparable:
    'tiêu chí này trả lời bằng chữ nên không dùng để so hạng được. Hãy chọn tiêu chí có số.',
  council_of_track:
    'bình chọn, quyết định và bình xét là của toàn phong trào, không của riêng một đối tượng. Hãy chuyển sang mục không có track.',
  scheme_without_number: 'mẫu số quyết định phải có chỗ cho số, ví dụ {nn}/QĐ-BCĐ. Hãy thêm {nn}.',
  signers_missing: 'phải có ít nhất một người ký quyết định. Hãy thêm vào signers.',
  surpassed_below_caught_up:
    'ngưỡng vượt qua thấp hơn ngưỡng bắt kịp. Hãy tăng surpassed hoặc giảm caught_up.',
  editor_without_units: 'cán bộ đơn vị (unit_editor) phải có ít nhất một đơn vị. Hãy ghi mã đơn vị.',
  units_without_editor:
    'chỉ cán bộ đơn vị (unit_editor) mới gắn với đơn vị. Hãy thêm vai trò hoặc bỏ mã đơn vị.',
  no_admin:
    'phải có ít nhất một thành viên là quản trị viên (admin), nếu không sẽ không ai nạp lại phong trào được. Hãy thêm.',
  other_campaign:
    'mã phong trào trong tệp khác với phong trào đang được nạp. Hãy kiểm tra lại thư mục hoặc mã.',
};

const UNREADABLE: Readonly<Record<Extract<FileIssue, { code: 'file_unreadable' }>['detail'], string>> = {
  not_utf8: 'tệp không dùng bảng mã UTF-8. Hãy lưu lại với bảng mã UTF-8.',
  unclosed_quote: 'có dấu nháy kép mở mà không đóng. Hãy thêm dấu nháy kép đóng.',
  is_folder: 'đây là thư mục. Hãy ghi tên một tệp.',
  too_deep: 'dữ liệu lồng nhau quá sâu. Hãy đơn giản lại cấu trúc.',
};

const ROWS: Readonly<Record<Extract<FileIssue, { code: 'row_malformed' }>['detail'], string>> = {
  too_many_cells: 'dòng có nhiều ô hơn dòng tiêu đề. Hãy đặt giá trị có dấu phẩy trong dấu nháy kép.',
  misplaced_quote:
    'dấu nháy kép đặt sai chỗ. Hãy đặt cả giá trị trong nháy kép và viết đôi dấu nháy bên trong.',
};

const show = (decimal: string): string => formatDecimal(decimal as Decimal);

const whole = (number: number): string => show(String(number));

const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

import type { FieldShape, Inconsistency, Issue } from '../../../domain/issue.ts';
import { namingSign } from '../naming-sign.ts';

/**
 * What is wrong with the campaign's configuration in the words of its forms: the file's own sentences speak of
 * fields and brackets. Undefined where those fit as they are.
 */
export function explainSetupTrouble(
  issue: Issue,
  expected: (issue: Extract<Issue, { code: 'field_invalid' }>) => string,
): string | undefined {
  switch (issue.code) {
    case 'field_invalid':
      return `“${issue.field}” không nhận “${issue.found}”. Cần ${IN_FORMS[issue.expected] ?? expected(issue)}.`;
    case 'field_repeated':
      return `“${issue.field}” được ghi hơn một lần. Hãy giữ lại một.`;
    case 'field_missing':
      return `thiếu “${issue.field}”. Hãy ghi thêm.`;
    case 'field_unknown':
      return `không hiểu “${issue.field}”. Hãy kiểm tra chính tả hoặc bỏ đi.`;
    case 'parameter_invalid':
      if (issue.parameter === 'parameters')
        return `không hiểu được “${issue.found}”. Hãy xem ví dụ ở ghi chú của tiêu đề cột và ghi lại.`;
      return `“${issue.parameter}” không nhận giá trị “${issue.found}”. Hãy xem ví dụ ở ghi chú của tiêu đề cột và ghi lại.`;
    case 'parameter_missing':
      return `cách chấm “${issue.kind}” cần có “${issue.parameter}”. Hãy ghi thêm.`;
    case 'parameter_unknown':
      return `cách chấm “${issue.kind}” không dùng “${issue.parameter}”. Hãy kiểm tra chính tả hoặc bỏ đi.`;
    case 'code_malformed':
      return issue.what === 'member'
        ? `“${issue.value}” không phải là địa chỉ thư điện tử. Hãy ghi địa chỉ của tài khoản Google.`
        : `“${issue.value}” không dùng làm mã được. Hãy chỉ dùng chữ không dấu, chữ số và các dấu - . _ ở giữa, nhiều nhất 64 ký tự.${namingSign(issue.value)}`;
    case 'section_missing':
      return issue.track === ''
        ? `thiếu mục “${issue.section}”. Hãy thêm các dòng của mục này.`
        : `đối tượng ${issue.track} chưa có dòng nào ở “${issue.section}”. Hãy thêm.`;
    case 'settings_inconsistent':
      return INCONSISTENCIES[issue.detail];
    default:
      return undefined;
  }
}

/** Those whose other sentences name fields of the files. */
const INCONSISTENCIES: Readonly<Partial<Record<Inconsistency, string>>> = {
  first_or_share: 'cần đúng một trong hai: “Số đơn vị đứng đầu” hoặc “Tỷ lệ đơn vị đứng đầu”. Hãy giữ một.',
  next_keys_missing: 'đã chọn “xét tiếp” nhưng chưa nêu xét theo gì. Hãy thêm dòng “Xét tiếp theo”.',
  next_keys_unused: '“Xét tiếp theo” chỉ có nghĩa khi đã chọn “xét tiếp”. Hãy bỏ dòng này hoặc đổi lựa chọn.',
  rounds_missing: 'lịch theo đợt phải có các đợt. Hãy thêm các dòng của mục “Đợt”.',
  rounds_unused: 'mục “Đợt” chỉ dùng cho lịch theo đợt. Hãy bỏ các dòng của mục này hoặc đổi “Kỳ”.',
  prong_max_unused:
    'điểm tối đa của mũi không được dùng vì đối tượng này có nhóm tiêu chí riêng. Hãy bỏ điểm tối đa của mũi, hoặc bỏ các nhóm.',
  editor_without_units: 'cán bộ đơn vị phải có ít nhất một đơn vị. Hãy ghi mã đơn vị.',
  units_without_editor:
    'chỉ cán bộ đơn vị mới gắn với đơn vị. Hãy thêm vai trò “cán bộ đơn vị” hoặc bỏ mã đơn vị.',
  no_admin:
    'phải có ít nhất một quản trị viên, nếu không sẽ không ai lưu cấu hình được nữa. Hãy thêm vai trò “quản trị viên” cho một thành viên.',
  other_campaign: 'mã phong trào không đổi được. Hãy ghi lại mã cũ.',
};

/** What the forms expect otherwise than the files do. */
const IN_FORMS: Readonly<Partial<Record<FieldShape, string>>> = {
  yes_no: '“Có” hoặc “Không”',
  day: 'một ngày đủ ngày/tháng/năm, ví dụ 31/03/2024',
  coefficient: 'một số lớn hơn 0, ví dụ 2; 0,5; 50% hoặc 1/3',
};

import { clearText } from '../../../domain/form/number-text.ts';
import type { AnswerIssue, FormIssue } from '../../../domain/issue.ts';
import type { Decimal } from '../../../domain/numbers/decimal.ts';
import { formatDecimal } from '../format.ts';
import { namingSign } from '../naming-sign.ts';
import { showPeriodId } from '../period-id.ts';

/**
 * What is wrong in a form's cells or with the form itself, and the remedy; the place is said before it. In a file of its
 * own because the add-on carries these sentences, and of the others none.
 */
export function explainFormTrouble(issue: AnswerIssue | FormIssue): string {
  switch (issue.code) {
    case 'answer_missing':
      return `chưa có kết quả của tiêu chí ${issue.criterion}. Hãy ghi kết quả; không có gì thì ghi 0.`;
    case 'not_a_number':
      return `“${issue.text}” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.`;
    case 'number_ambiguous':
      return `“${issue.text}” có thể hiểu là ${issue.readings.map(exact).join(' hoặc ')}. Hãy ghi lại cho rõ: ${issue.readings.map(clear).join(' hoặc ')}.`;
    case 'percent_unclear':
      return `bảng tính đang giữ số ${exact(issue.readings[0] ?? '')}, có thể là ${issue.readings.map((reading) => `${exact(reading)}%`).join(' hoặc ')}. Hãy ghi lại, có dấu nháy đơn ở đầu: ${issue.readings.map(clearPercent).join(' hoặc ')}.`;
    case 'looks_like_date':
      return `“${issue.text}” trông như ngày tháng, không phải con số. Hãy ghi lại con số với dấu nháy đơn ở đầu, ví dụ '${exact(issue.perhaps)}; hoặc chọn Định dạng ▸ Số ▸ Số cho ô này rồi ghi lại.`;
    case 'not_yes_no':
      return `“${issue.text}” không phải là Có hay Không. Hãy ghi “Có” hoặc “Không”.`;
    case 'cell_error':
      return `công thức báo lỗi ${issue.text}. Hãy sửa công thức hoặc ghi thẳng giá trị.`;
    case 'value_negative':
      return 'giá trị không được âm. Hãy ghi từ 0 trở lên; với điểm trừ, ghi số lần, không ghi dấu trừ.';
    case 'value_above_max':
      return `giá trị vượt mức tối đa ${show(issue.max)}. Hãy ghi không quá ${show(issue.max)}.`;
    case 'value_below_min':
      return `giá trị thấp hơn mức tối thiểu ${show(issue.min)}. Hãy ghi từ ${show(issue.min)} trở lên.`;
    case 'value_not_in_step':
      return `giá trị phải chia hết cho bước ${show(issue.step)}. Hãy làm tròn theo bước đó.`;
    case 'not_applicable_refused':
      return `tiêu chí ${issue.criterion} áp dụng cho mọi đơn vị, không được ghi “Không áp dụng”. Hãy ghi kết quả; không có gì thì ghi 0.`;
    case 'answer_not_expected':
      return `tiêu chí ${issue.criterion} không áp dụng cho đơn vị này. Hãy để trống ô.`;
    case 'target_missing':
      return `chưa có chỉ tiêu của tiêu chí ${issue.criterion}. Hãy ghi chỉ tiêu, lớn hơn 0.`;
    case 'target_not_positive':
      return 'chỉ tiêu phải lớn hơn 0. Hãy ghi lại chỉ tiêu; nếu tiêu chí không áp dụng thì ghi như vậy ở cột kết quả.';
    case 'note_missing':
      return `điểm thẩm định của tiêu chí ${issue.criterion} khác với số đơn vị báo cáo mà chưa có lý do. Hãy ghi lý do vào ô này.`;
    case 'text_too_long':
      return `nội dung dài quá ${whole(issue.most)} ký tự. Hãy rút gọn, hoặc ghi đường dẫn tới tài liệu.`;
    case 'criterion_unknown':
      return issue.criterion === ''
        ? 'dòng này chưa có mã tiêu chí. Hãy ghi lại mã, hoặc xóa dòng.'
        : `kỳ này không có tiêu chí mang mã “${issue.criterion}”. Hãy sửa lại mã; nếu là dòng cộng hay ghi chú riêng, hãy để trống ô mã.${namingSign(issue.criterion)}`;
    case 'criterion_repeated':
      return `tiêu chí ${issue.criterion} đã có ở một dòng khác. Hãy giữ một dòng và xóa dòng thừa.`;
    case 'unit_unknown':
      return issue.unitId === ''
        ? 'dòng này chưa có mã đơn vị. Hãy ghi lại mã, hoặc xóa dòng.'
        : `kỳ này không có đơn vị mang mã “${issue.unitId}”. Hãy sửa lại mã đơn vị.${namingSign(issue.unitId)}`;
    case 'unit_not_valid':
      return `đơn vị ${issue.unitId} không còn hoặc chưa tham gia vào ${inSentence(showPeriodId(issue.period))}. Hãy dùng mã của đơn vị kế thừa, hoặc bỏ các dòng của đơn vị này.`;
    case 'answer_row_missing':
      return `đơn vị ${issue.unitId} chưa có dòng cho tiêu chí ${issue.criterion}. Hãy thêm dòng này; không có gì thì ghi 0.`;
    case 'nothing_to_appraise':
      return `đơn vị ${issue.unitId} chưa nộp phiếu kỳ này nên chưa thẩm định được. Hãy xóa nội dung thẩm định, hoặc chờ đơn vị nộp phiếu.`;
    case 'header_missing':
      return `không tìm thấy cột “${issue.header}”. Hãy ghi lại đúng tiêu đề này ở dòng tiêu đề.`;
    case 'header_repeated':
      return `tiêu đề “${issue.header}” xuất hiện hơn một lần. Hãy đổi tên hoặc xóa cột thừa.`;
    case 'criterion_row_missing':
      return `biểu thiếu dòng của tiêu chí ${issue.criterion}. Hãy thêm lại dòng với mã ${issue.criterion} ở cột mã tiêu chí.`;
    case 'form_too_large':
      return `biểu có quá ${whole(issue.most)} dòng dữ liệu. Hãy xóa các dòng thừa bắt đầu từ đây.`;
  }
}

const show = (decimal: string): string => formatDecimal(decimal as Decimal);

const whole = (number: number): string => show(String(number));

/** Without separators of thousands: here the separator is what is in doubt. */
const exact = (decimal: string): string => decimal.replace('.', ',');

const clear = (decimal: string): string => clearText(decimal as Decimal);

/** As text: the cell shows percent by now, and may make 0.85 of a plain 85 too. */
const clearPercent = (decimal: string): string => `'${clear(decimal)}%`;

const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

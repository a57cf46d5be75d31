import { inSentence } from './general.ts';

/** What is said of a unit’s form and of its result. */
export const viForms = {
  check: {
    fine: 'Phiếu đúng quy định, có thể nộp.',
    fineLocked: 'Phiếu trong trang tính không có lỗi. Phiếu đã nộp và đang khóa.',
    found: (count: number): string => `Có ${count} chỗ cần sửa.`,
    whereMarked:
      'Mỗi ô sai có nền đỏ nhạt; trỏ chuột vào ô để đọc ghi chú. Bấm tên ô dưới đây để đến ô. Sửa xong, kiểm tra lại: dấu sẽ mất.',
    whereListed:
      'Trang này đang khóa với tài khoản của bạn nên không đánh dấu vào ô được; các chỗ cần sửa được liệt kê dưới đây. Bấm tên ô để đến ô.',
    wholeForm: 'Cả phiếu',
    keptRules: (when: string): string =>
      `Máy chủ chưa trả lời; phiếu được kiểm theo quy định lấy lúc ${when}. Khi nộp, máy chủ sẽ kiểm lại.`,
    noRules:
      'Máy chủ chưa trả lời và trang tính này chưa từng lấy quy định của kỳ, nên chưa kiểm được. Phiếu vẫn nguyên; hãy thử lại sau ít phút.',
    noForm:
      'Sổ này chưa có phiếu của kỳ nào đang mở. Phiếu xuất hiện khi cán bộ thi đua khen thưởng mở kỳ; nếu trang phiếu đã bị xóa, hãy báo để được lập lại.',
    copiedTab: (copy: string, form: string): string =>
      `Trang “${copy}” là bản sao; phiếu được kiểm và nộp là trang “${form}”.`,
    notOpen: (name: string, state: string): string =>
      `${name} ${state} nên phiếu không nhận nữa. Muốn sửa, hãy đề nghị cán bộ thi đua khen thưởng mở lại kỳ và nêu lý do.`,
    merged: (cell: string, block: string): string =>
      `Ô ${cell} nằm trong vùng gộp ${block}, mà chỉ ô đầu vùng có giá trị. Hãy hủy gộp ô (Định dạng, Hợp nhất các ô, Hủy hợp nhất) rồi ghi lại.`,
    unitWorkbookOnly:
      'Phiếu nằm trong sổ của từng đơn vị. Hãy mở sổ của đơn vị rồi chọn lại mục này trong trình đơn Thi đua.',
  },

  submit: {
    question: (name: string): string => `Nộp phiếu ${inSentence(name)}?`,
    consequence: 'Sau khi nộp, phiếu được khóa. Khi kỳ còn mở, có thể mở lại phiếu để sửa, có ghi lý do.',
    late: 'Đã quá hạn: phiếu sẽ được ghi nhận là nộp trễ.',
    locked: (revision: number, moment: string): string =>
      `Phiếu đã nộp (lần ${revision}, lúc ${moment}) và đang khóa.`,
    lockedRemedy: 'Muốn sửa, hãy mở lại phiếu và ghi lý do, sửa xong thì nộp lại.',
    notSent: (count: number): string => `Chưa nộp: còn ${count} chỗ cần sửa.`,
    refused: (count: number): string => `Máy chủ chưa nhận phiếu: có ${count} chỗ cần sửa.`,
    away: 'Chưa nhận được câu trả lời của máy chủ. Phiếu vẫn nguyên trong trang tính. Hãy bấm Thử lại: nếu lần trước đã tới nơi thì chỉ nhận lại câu trả lời, không bị nộp hai lần.',
    other: 'Phiếu này đang được nộp ở một cửa sổ khác. Hãy chờ vài giây rồi thử lại.',
    accepted: 'Đã nhận phiếu.',
    same: 'Phiếu này đã được nhận trước đó, không có gì thay đổi.',
    onTime: 'đúng hạn',
    lateFact: 'trễ hạn',
    revision: (revision: number, when: string): string => `${revision} (${when})`,
    lockedNow:
      'Phiếu đã khóa; trang tính được khóa trong ít phút nữa. Những gì sửa thêm trong trang không được tính cho tới khi mở lại và nộp lại.',
  },

  unlock: {
    question: (unit: string, period: string): string => `Mở lại phiếu ${inSentence(period)} của ${unit}?`,
    explain: 'Phiếu đã nộp vẫn được giữ và vẫn được tính cho tới khi nộp lại. Lý do được lưu vào nhật ký.',
    reason: 'Lý do mở lại',
    reasonHelp: 'Ví dụ: ghi nhầm số liệu tiêu chí 2. Nhiều nhất 500 ký tự.',
    done: 'Đã mở lại phiếu. Trang tính được mở khóa trong ít phút nữa; sửa xong, hãy nộp lại.',
    notLocked: (period: string): string =>
      `Phiếu ${inSentence(period)} chưa nộp nên không khóa: cứ sửa thẳng trong trang tính.`,
    notLockedAgain: (period: string): string =>
      `Phiếu ${inSentence(period)} đang mở để sửa; sửa xong, hãy nộp lại.`,
  },

  result: {
    total: 'Tổng điểm',
    grade: (name: string): string => `Xếp loại: ${name}`,
    placeIn: (scope: string): string => `Hạng, ${scope}`,
    ofUnits: (count: number): string => `trong ${count} đơn vị`,
    wholeTrack: 'toàn đối tượng',
    notReported: 'Đơn vị chưa báo cáo kỳ này nên chưa có điểm và chưa có hạng.',
    better: (places: number): string => `tăng ${places} bậc so với kỳ trước`,
    worse: (places: number): string => `giảm ${places} bậc so với kỳ trước`,
    same: 'giữ hạng so với kỳ trước',
    summary: 'Tóm tắt',
    none: 'Chưa có kết quả nào để xem. Kết quả xuất hiện sau khi cán bộ thi đua khen thưởng đánh giá và công bố kỳ.',
    version: (version: number, published: boolean): string =>
      `Bản ${version}, ${published ? 'đã công bố' : 'chưa công bố'}.`,
    beingCorrected: 'Kỳ này đang được mở lại để sửa; kết quả có thể thay đổi.',
    chooseUnit: 'Xem kết quả của đơn vị nào?',
  },
};

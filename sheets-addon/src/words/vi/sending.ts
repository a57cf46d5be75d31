/** What is said where registers and the configuration are sent. */
export const viSending = {
  sendNow: 'Gửi',
  busy: 'Đang gửi, xin chờ câu trả lời…',
  fine: (added: number, amended: number): string => `Đúng quy định: ${rows(added, amended)}, có thể gửi.`,
  sent: (added: number, amended: number): string => `Đã gửi: ${rows(added, amended)}.`,
  sentBefore: (changed: number): string => `Đã gửi: ${changed} dòng mới hoặc được sửa.`,
  nothing: 'Không có dòng nào mới hay được sửa; mọi dòng đã được gửi.',
  gone: (count: number): string =>
    `${count} dòng đã gửi không còn trong trang. Dòng đã gửi không bị xóa: hệ thống giữ và sẽ ghi lại vào trang.`,
  kept: 'Dòng đã gửi được giữ lại cùng mọi lần sửa. Cần thì sửa trong trang rồi gửi lại.',
  afterwards: 'Các sổ liên quan được cập nhật trong ít phút nữa.',
  notSent: (count: number): string => `Chưa gửi: còn ${count} chỗ cần sửa.`,
  refused: (count: number): string => `Máy chủ chưa nhận: có ${count} chỗ cần sửa.`,
  away: 'Chưa nhận được câu trả lời của máy chủ. Trang vẫn nguyên. Hãy bấm Thử lại: gửi lại không bị ghi hai lần.',
  other: 'Một sổ đang được gửi ở một cửa sổ khác. Hãy chờ vài giây rồi thử lại.',
  closed:
    'Không ghi được mã của dòng mới vì cột Mã đang khóa với tài khoản này. Hãy gửi bằng tài khoản được sửa trang này.',
  copiedTab: (copy: string, tab: string): string =>
    `Trang “${copy}” là bản sao; trang được kiểm và gửi là “${tab}”.`,
  whichTab: 'Trang đang mở không phải là sổ để gửi. Hãy mở một trong các trang sau, hoặc chọn ngay ở đây:',
  noRegisters:
    'Bảng tính này chưa có sổ nào để gửi. Hãy báo cán bộ thi đua khen thưởng lập, cập nhật các sổ.',

  setup: {
    noTabs: 'Không tìm thấy các trang cấu hình. Hãy chọn Lập, cập nhật các sổ để lập lại.',
    save: 'Lưu cấu hình',
    adminSaves: 'Chỉ quản trị viên lưu được cấu hình. Hãy nhờ quản trị viên xem trước rồi lưu.',
    saved: (version: number): string => `Đã lưu cấu hình, bản ${version}.`,
    savedMembers: 'Đã lưu.',
    refused: (count: number): string => `Chưa lưu được: có ${count} chỗ cần sửa. Bấm tên ô để đến ô.`,
    changedMeanwhile:
      'Cấu hình hoặc các trang đã thay đổi từ lần xem trước, nên chưa lưu gì. Hãy xem lại dưới đây.',
  },

  reminders: {
    shown: 'Đã mở trang Nhắc việc. Bấm “Soạn thư” ở một dòng để mở thư soạn sẵn; hệ thống không tự gửi gì.',
    noTab: 'Không tìm thấy trang Nhắc việc. Hãy chọn Lập, cập nhật các sổ để lập lại.',
  },
};

function rows(added: number, amended: number): string {
  const parts = [added > 0 ? `${added} dòng mới` : '', amended > 0 ? `${amended} dòng được sửa` : ''];
  return parts.filter((part) => part !== '').join(', ');
}

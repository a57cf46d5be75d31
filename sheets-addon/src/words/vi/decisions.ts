/** What is said where decisions are issued, revoked and printed. */
export const viDecisions = {
  facts: { reference: 'Số', kind: 'Loại', signedOn: 'Ngày ký', signer: 'Người ký', revoked: 'Hiệu lực' },
  revoked: { no: 'còn hiệu lực', in_part: 'đã thu hồi một phần', whole: 'đã thu hồi' },
  none: 'Chưa có quyết định nào.',
  noneToRevoke: 'Không có quyết định nào còn hiệu lực để thu hồi.',
  nothingPassed:
    'Không có ai đã được bình chọn thông qua mà chưa có quyết định. Hãy kết thúc bình chọn trước; kết quả ở mục Bình chọn.',
  noSigners:
    'Phong trào chưa khai báo người ký quyết định. Hãy thêm mục Quyết định ở trang Thiết lập, rồi lưu cấu hình.',
  choose: 'Quyết định',
  chooseBallot: 'Ban hành quyết định cho:',
  group: (kind: string, title: string, count: number): string => `${kind} – ${title} (${count})`,
  option: (reference: string, day: string, kind: string, count: number): string =>
    `${reference} · ${day} · ${kind} · ${count} đối tượng`,
  show: 'Xem',
  subjects: 'Đối tượng',
  signer: 'Người ký',
  signedOn: 'Ngày ký',
  signedOnHelp: 'Ngày/tháng/năm, ví dụ 12/04/2024; không trước ngày kết thúc bình chọn.',

  decide: {
    question: (kind: string): string => `Ban hành quyết định: ${kind}?`,
    field: (name: string): string => `Lĩnh vực của ${name}`,
    noField: 'chưa chọn',
    becomes: (name: string): string => `${name} trở thành điển hình mới?`,
    becomesNo: 'Không',
    becomesYes: 'Có, chu trình bắt đầu lại',
    consequence: 'Quyết định được đánh số ngay và không sửa được; nếu sai thì thu hồi, có ghi lý do.',
    now: 'Ban hành quyết định',
    busy: 'Đang ban hành quyết định…',
    done: (reference: string, day: string): string => `Đã ban hành Quyết định số ${reference} ngày ${day}.`,
    exemplars: (ids: string): string => `Điển hình mới: ${ids}.`,
  },

  revoke: {
    question: (reference: string): string => `Thu hồi Quyết định số ${reference}?`,
    subjects: 'Thu hồi đối với',
    reason: 'Lý do thu hồi',
    reasonHelp: 'Lý do được ghi trong quyết định thu hồi và ở mọi nơi nêu quyết định này.',
    consequence:
      'Thu hồi bằng một quyết định có số. Ai trở thành điển hình nhờ quyết định này thì không còn là điển hình.',
    now: 'Thu hồi quyết định',
    done: (reference: string, revocation: string): string =>
      `Đã thu hồi Quyết định số ${reference} bằng Quyết định số ${revocation}.`,
    told: (reference: string, reason: string): string => `Đã thu hồi theo ${reference}, lý do: ${reason}`,
  },

  document: {
    decision: 'Tải quyết định (.docx)',
    certificate: 'Tải giấy chứng nhận (.docx)',
    certificateOf: 'Giấy chứng nhận của',
    busy: 'Đang soạn văn bản…',
    ready: 'Văn bản đã sẵn sàng. Hãy bấm để lưu về máy.',
    save: (fileName: string): string => `Lưu ${fileName}`,
  },
};

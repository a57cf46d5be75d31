import type { JobKind } from '../../backend/answers.ts';
import { inSentence } from './general.ts';

/** What is said in the office’s workbook: how a period goes on, and who is missing. */
export const viOffice = {
  tracking: {
    units: 'Các đơn vị',
    all: 'Tất cả',
    missing: 'Chưa nộp',
    late: 'Nộp trễ',
    refused: 'Bị trả lại',
    submitted: 'Đã nộp',
    submittedOf: (submitted: number, units: number): string => `${submitted}/${units}`,
    status: { missing: 'chưa nộp', refused: 'bị trả lại', late: 'nộp trễ', onTime: 'đúng hạn' },
    detail: (cluster: string, revision: number, moment: string): string =>
      `${cluster} · lần ${revision}, ${moment}`,
    issues: (count: number): string => `${count} chỗ cần sửa`,
    collected: 'thu từ sổ',
  },

  appraise: {
    question: (name: string): string => `Gửi thẩm định ${inSentence(name)}?`,
    rows: (rows: number, changed: number): string =>
      `Trang Thẩm định có ${rows} dòng, ${changed} dòng có ý kiến khác. Để trống là đồng ý với số đơn vị báo cáo.`,
    replaces: 'Ý kiến gửi lần này thay cho lần trước của những đơn vị có trong trang.',
    done: (changed: number, unchanged: number): string =>
      `Đã ghi nhận: ${changed} đơn vị có thay đổi, ${unchanged} đơn vị như trước.`,
    noTab: 'Không tìm thấy trang Thẩm định. Hãy chọn Lập, cập nhật các sổ để lập lại trang này.',
    noPeriod: 'Trang Thẩm định đang trống: không có kỳ nào đang chờ thẩm định.',
    refused: (count: number): string => `Chưa ghi nhận gì: có ${count} chỗ cần sửa.`,
    away: 'Chưa nhận được câu trả lời của máy chủ. Trang Thẩm định vẫn nguyên. Hãy bấm Thử lại: gửi lại không bị ghi hai lần.',
    other: 'Thẩm định đang được gửi ở một cửa sổ khác. Hãy chờ vài giây rồi thử lại.',
  },

  move: {
    question: {
      open: (name: string): string => `Mở ${inSentence(name)} để nhận phiếu?`,
      close: (name: string): string => `Chốt ${inSentence(name)}?`,
      reopen: (name: string): string => `Mở lại ${inSentence(name)}?`,
    },
    consequence: {
      open: 'Phiếu của kỳ này sẽ xuất hiện trong sổ của mọi đơn vị. Việc này không hoàn tác được.',
      close: 'Chốt rồi thì không nhận thêm phiếu. Muốn nhận thêm phải mở lại kỳ và ghi lý do.',
      reopen:
        'Các phiếu được mở khóa để sửa; kết quả đã công bố được ghi là đang sửa. Sau đó phải chốt, đánh giá và công bố lại thành bản mới.',
    },
    reason: 'Lý do mở lại',
    reasonHelp: 'Lý do được lưu vào nhật ký và được ghi cùng kết quả. Nhiều nhất 500 ký tự.',
    done: {
      open: (name: string): string =>
        `Đã mở ${inSentence(name)}. Phiếu đang được lập trong sổ của các đơn vị.`,
      close: (name: string): string =>
        `Đã chốt ${inSentence(name)}. Bước tiếp theo: Thẩm định, rồi Đánh giá tháng.`,
      reopen: (name: string): string => `Đã mở lại ${inSentence(name)}; các phiếu được mở khóa để sửa.`,
    },
    counts: (submitted: number, units: number): string => `${submitted}/${units} đơn vị đã nộp phiếu.`,
    missing: (count: number): string =>
      `Còn ${count} đơn vị chưa nộp. Nên Thu phiếu trước khi chốt: phiếu đã ghi trong sổ sẽ được nhận.`,
    noNext: 'Chưa có kỳ nào để mở: kỳ sau chưa tới ngày đầu, hoặc mọi kỳ trong lịch đã được mở.',
  },

  whyNot: {
    noneOpened: 'Chưa mở kỳ nào. Hãy chọn Mở kỳ tiếp theo.',
    open: {
      evaluate: (name: string): string => `${name} đang mở nhận phiếu. Hãy Chốt tháng, rồi mới đánh giá.`,
      publish: (name: string): string =>
        `${name} đang mở nhận phiếu. Hãy Chốt tháng, Đánh giá tháng, rồi mới công bố.`,
      reopen: (name: string): string => `${name} đang mở nhận phiếu nên không cần mở lại.`,
      other: (name: string): string => `${name} đang mở nhận phiếu.`,
    },
    notToVote: {
      open: (name: string): string =>
        `${name} đang mở nhận phiếu. Hãy Chốt tháng, Đánh giá tháng, rồi mới mở bình chọn.`,
      closed: (name: string): string =>
        `${name} đã chốt mà chưa đánh giá. Hãy Đánh giá tháng, rồi mới mở bình chọn.`,
    },
    closed: {
      publish: (name: string): string =>
        `${name} đã chốt mà chưa đánh giá. Hãy Đánh giá tháng, rồi mới công bố.`,
      other: (name: string): string =>
        `${name} đã chốt. Bước tiếp theo: Thẩm định, Đánh giá tháng; muốn nhận thêm phiếu, hãy chọn Mở lại tháng.`,
    },
    evaluated: (name: string): string =>
      `${name} đã đánh giá. Bước tiếp theo: Công bố; muốn sửa, hãy chọn Mở lại tháng.`,
    published: (name: string, day: string): string =>
      `${name} đã công bố${day === '' ? '' : ` ngày ${day}`}; muốn sửa, hãy chọn Mở lại tháng.`,
    officeOnly: 'Mục này nằm trong sổ Điều hành và dành cho cán bộ thi đua khen thưởng.',
  },

  jobs: {
    question: {
      evaluate: (name: string): string => `Đánh giá ${inSentence(name)}?`,
      publish: (name: string): string => `Công bố kết quả ${inSentence(name)}?`,
      collect: (name: string): string => `Thu phiếu ${inSentence(name)}?`,
      provision: 'Lập, cập nhật các sổ?',
    },
    consequence: {
      evaluate:
        'Hệ thống chấm điểm, xếp loại, xếp hạng từ phiếu và thẩm định. Kết quả chưa ai ngoài cơ quan thường trực thấy cho tới khi công bố.',
      publish:
        'Mọi đơn vị và lãnh đạo sẽ thấy kết quả. Kết quả đã công bố được giữ lại; muốn sửa phải mở lại kỳ và ra bản mới.',
      collect:
        'Hệ thống đọc phiếu trong sổ của các đơn vị chưa nộp: phiếu đúng được nhận như đơn vị tự nộp, phiếu sai được ghi là bị trả lại.',
      provision:
        'Hệ thống lập sổ còn thiếu cho các đơn vị, cập nhật các trang và quyền truy cập theo cấu hình. Những gì đơn vị đã ghi không bị sửa.',
    },
    doing: {
      evaluate: (name: string): string => `Đang đánh giá ${inSentence(name)}`,
      publish: (name: string): string => `Đang công bố ${inSentence(name)}`,
      collect: (name: string): string => `Đang thu phiếu ${inSentence(name)}`,
      provision: 'Đang lập, cập nhật các sổ',
    },
    waiting: 'Đang chờ tới lượt…',
    counted: (kind: JobKind, done: number, total: number): string =>
      `${done}/${total} ${kind === 'publish' || kind === 'provision' ? 'sổ' : 'đơn vị'}`,
    mayClose: 'Có thể đóng bảng này, việc vẫn chạy tiếp; mở lại mục này sẽ thấy tiến độ.',
    done: {
      evaluate: (name: string): string => `Đã đánh giá xong ${inSentence(name)}. Bước tiếp theo: Công bố.`,
      publish: (name: string): string => `Đã công bố ${inSentence(name)}; các sổ đã có kết quả.`,
      collect: (name: string): string => `Đã thu phiếu ${inSentence(name)} xong.`,
      provision: 'Các sổ đã được lập và cập nhật.',
    },
    goesOn: (count: number): string => `Còn ${count} sổ chưa cập nhật được; hệ thống tự làm tiếp.`,
    failed: 'Việc này dừng giữa chừng.',
    startedBy: (account: string, moment: string): string => `${account}, lúc ${moment}`,
    startedByFact: 'Người giao việc',
    gone: 'Không còn thấy việc này. Hãy chọn lại mục trong trình đơn Thi đua để xem tình trạng.',
    outcomes: {
      version: 'Bản kết quả',
      accepted: 'Phiếu được nhận',
      late: 'Trong đó nộp trễ',
      refused: 'Phiếu bị trả lại',
      missing: 'Chưa ghi gì',
      unavailable: 'Sổ chưa đọc được',
      delivered: 'Sổ đã cập nhật',
      waiting: 'Sổ chờ cập nhật',
    } as Readonly<Record<string, string>>,
  },

  log: {
    none: 'Chưa có gì trong nhật ký.',
    newest: (count: number): string => `${count} việc gần nhất, mới nhất ở trên.`,
    reason: (reason: string): string => `Lý do: ${reason}`,
    seal: (number: number, hash: string): string =>
      `Dấu niêm phong số ${number}: ${hash}. Chép lại ở nơi khác thì về sau kiểm tra được nhật ký đến đây không ai sửa.`,
  },
};

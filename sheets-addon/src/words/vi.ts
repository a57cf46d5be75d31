import type { Micropoints } from '../../../functions/src/domain/numbers/micropoints.ts';
import { formatPoints } from '../../../functions/src/messages/vi/format.ts';
import type { JobKind, PeriodState, Role } from '../backend/answers.ts';
import { momentParts, timeUntil } from './moments.ts';

/** Vietnamese. Sentences name the place, the trouble and the remedy; numbers and moments get their clothes here. */
export const vi = {
  points: (points: Micropoints): string => formatPoints(points, 2),
  moment: (iso: string, timeZone: string): string => {
    const { year, month, day, hour, minute } = momentParts(iso, timeZone);
    return `${hour}:${minute} ngày ${day}/${month}/${year}`;
  },
  day: (iso: string, timeZone: string): string => {
    const { year, month, day } = momentParts(iso, timeZone);
    return `${day}/${month}/${year}`;
  },
  /** "tháng 03/2024" inside a sentence. */
  inSentence: (name: string): string => name.charAt(0).toLowerCase() + name.slice(1),

  titles: {
    check: 'Kiểm tra phiếu',
    submit: 'Nộp phiếu',
    unlock: 'Mở lại phiếu để sửa',
    result: 'Kết quả của đơn vị',
    why: 'Vì sao?',
    help: 'Trợ giúp',
    tracking: 'Theo dõi nộp phiếu',
    collect: 'Thu phiếu',
    appraise: 'Thẩm định',
    openPeriod: 'Mở kỳ tiếp theo',
    close: 'Chốt tháng',
    evaluate: 'Đánh giá tháng',
    publish: 'Công bố',
    reopen: 'Mở lại tháng',
    provision: 'Lập, cập nhật các sổ',
    ballots: 'Bình chọn',
    openBallot: 'Mở bình chọn',
    written: 'Phiếu bằng văn bản',
    closeBallot: 'Kết thúc bình chọn',
    decide: 'Ban hành quyết định',
    revoke: 'Thu hồi quyết định',
    decisions: 'Quyết định, giấy chứng nhận',
    send: 'Gửi sổ đang mở',
    setup: 'Xem trước thay đổi',
    reminders: 'Nhắc việc',
    operations: 'Vận hành',
    log: 'Nhật ký',
    trouble: 'Chưa làm được',
  },

  roles: {
    admin: 'quản trị viên',
    officer: 'cán bộ thi đua khen thưởng',
    council_member: 'thành viên hội đồng',
    leader: 'lãnh đạo',
    unit_editor: 'cán bộ đơn vị',
  } satisfies Record<Role, string> as Record<Role, string>,

  states: {
    none: 'chưa mở',
    open: 'đang mở, nhận phiếu',
    closed: 'đã chốt, đang thẩm định',
    evaluated: 'đã đánh giá, chờ công bố',
    voted: 'đã bình chọn, chờ công bố',
    published: 'đã công bố',
  } satisfies Record<PeriodState | 'none', string> as Record<PeriodState | 'none', string>,

  facts: {
    account: 'Người thực hiện',
    unit: 'Đơn vị',
    period: 'Kỳ',
    state: 'Tình trạng',
    deadline: 'Hạn nộp',
    revision: 'Lần nộp',
    submittedAt: 'Nộp lúc',
    workbooks: 'Sổ chờ cập nhật',
  },

  buttons: {
    again: 'Thử lại',
    back: 'Sửa lại',
    cancel: 'Thôi',
    checkAgain: 'Kiểm tra lại',
    checkForm: 'Kiểm tra phiếu',
    submit: 'Nộp phiếu',
    submitNow: 'Nộp ngay',
    unlock: 'Mở lại để sửa',
    unlockNow: 'Mở lại phiếu',
    why: 'Vì sao?',
    result: 'Xem kết quả',
    collect: 'Thu phiếu',
    appraise: 'Gửi thẩm định',
    openPeriod: 'Mở kỳ',
    close: 'Chốt kỳ',
    evaluate: 'Đánh giá',
    publish: 'Công bố',
    reopen: 'Mở lại kỳ',
    provision: 'Lập, cập nhật các sổ',
    tracking: 'Theo dõi nộp phiếu',
    show: 'Xem',
  },

  busy: {
    check: 'Đang kiểm tra phiếu…',
    submit: 'Đang gửi phiếu, xin chờ câu trả lời…',
    unlock: 'Đang mở lại phiếu…',
    appraise: 'Đang gửi thẩm định…',
    move: 'Đang thực hiện…',
    job: 'Đang giao việc…',
  },

  choose: {
    otherPeriods: 'Kỳ khác:',
    period: 'Kỳ',
    unit: 'Đơn vị',
    otherUnit: 'Đơn vị khác',
    form: 'Sổ này có nhiều phiếu. Hãy chọn phiếu:',
  },

  deadline: (iso: string, now: Date, timeZone: string): string => {
    const { count, unit } = timeUntil(iso, now);
    const span = `${Math.abs(count)} ${{ day: 'ngày', hour: 'giờ', minute: 'phút' }[unit]}`;
    return `${vi.moment(iso, timeZone)} (${count >= 0 ? `còn ${span}` : `đã quá ${span}`})`;
  },

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
    question: (name: string): string => `Nộp phiếu ${vi.inSentence(name)}?`,
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
    question: (unit: string, period: string): string => `Mở lại phiếu ${vi.inSentence(period)} của ${unit}?`,
    explain: 'Phiếu đã nộp vẫn được giữ và vẫn được tính cho tới khi nộp lại. Lý do được lưu vào nhật ký.',
    reason: 'Lý do mở lại',
    reasonHelp: 'Ví dụ: ghi nhầm số liệu tiêu chí 2. Nhiều nhất 500 ký tự.',
    done: 'Đã mở lại phiếu. Trang tính được mở khóa trong ít phút nữa; sửa xong, hãy nộp lại.',
    notLocked: (period: string): string =>
      `Phiếu ${vi.inSentence(period)} chưa nộp nên không khóa: cứ sửa thẳng trong trang tính.`,
    notLockedAgain: (period: string): string =>
      `Phiếu ${vi.inSentence(period)} đang mở để sửa; sửa xong, hãy nộp lại.`,
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
    question: (name: string): string => `Gửi thẩm định ${vi.inSentence(name)}?`,
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
      open: (name: string): string => `Mở ${vi.inSentence(name)} để nhận phiếu?`,
      close: (name: string): string => `Chốt ${vi.inSentence(name)}?`,
      reopen: (name: string): string => `Mở lại ${vi.inSentence(name)}?`,
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
        `Đã mở ${vi.inSentence(name)}. Phiếu đang được lập trong sổ của các đơn vị.`,
      close: (name: string): string =>
        `Đã chốt ${vi.inSentence(name)}. Bước tiếp theo: Thẩm định, rồi Đánh giá tháng.`,
      reopen: (name: string): string => `Đã mở lại ${vi.inSentence(name)}; các phiếu được mở khóa để sửa.`,
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
      evaluate: (name: string): string => `Đánh giá ${vi.inSentence(name)}?`,
      publish: (name: string): string => `Công bố kết quả ${vi.inSentence(name)}?`,
      collect: (name: string): string => `Thu phiếu ${vi.inSentence(name)}?`,
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
      evaluate: (name: string): string => `Đang đánh giá ${vi.inSentence(name)}`,
      publish: (name: string): string => `Đang công bố ${vi.inSentence(name)}`,
      collect: (name: string): string => `Đang thu phiếu ${vi.inSentence(name)}`,
      provision: 'Đang lập, cập nhật các sổ',
    },
    waiting: 'Đang chờ tới lượt…',
    counted: (kind: JobKind, done: number, total: number): string =>
      `${done}/${total} ${kind === 'publish' || kind === 'provision' ? 'sổ' : 'đơn vị'}`,
    mayClose: 'Có thể đóng bảng này, việc vẫn chạy tiếp; mở lại mục này sẽ thấy tiến độ.',
    done: {
      evaluate: (name: string): string => `Đã đánh giá xong ${vi.inSentence(name)}. Bước tiếp theo: Công bố.`,
      publish: (name: string): string => `Đã công bố ${vi.inSentence(name)}; các sổ đã có kết quả.`,
      collect: (name: string): string => `Đã thu phiếu ${vi.inSentence(name)} xong.`,
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

  trouble: {
    code: (code: string): string => `Mã: ${code}`,
    away: 'Chưa liên lạc được với máy chủ. Dữ liệu trong trang tính vẫn nguyên; hãy kiểm tra mạng rồi thử lại sau ít phút. Làm lại không bị trùng.',
    noIdentity:
      'Tiện ích chưa được phép xem tài khoản Google của bạn. Hãy đóng bảng này, chọn lại mục trong trình đơn Thi đua và bấm Cho phép khi Google hỏi.',
    noBackend:
      'Tiện ích chưa được cài đặt địa chỉ máy chủ. Hãy báo quản trị viên (thuộc tính BACKEND_URL của tập lệnh).',
    notOurs:
      'Bảng tính này không phải là sổ của một phong trào thi đua. Hãy mở sổ của đơn vị, sổ Điều hành hoặc sổ Tổng hợp từ đường dẫn được chia sẻ.',
    wrongAccount: (email: string): string =>
      `Bạn đang dùng tài khoản ${email}. Nếu không đúng, hãy mở sổ này bằng tài khoản được giao: bấm ảnh đại diện ở góc phải của Google Trang tính để đổi tài khoản, tốt nhất là trong một cửa sổ ẩn danh.`,
    internal:
      'Tiện ích gặp lỗi ngoài dự kiến; dữ liệu trong trang tính vẫn nguyên. Hãy thử lại; nếu vẫn lỗi, hãy báo quản trị viên.',
    cellGone: 'Không tìm thấy ô này nữa: trang đã bị xóa hoặc thay đổi. Hãy kiểm tra lại.',
  },

  help: {
    yourRoles: (roles: string): string => `Vai trò của bạn: ${roles}.`,
  },
};

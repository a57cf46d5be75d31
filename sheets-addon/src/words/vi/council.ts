/** What is said where the council votes. */
export const viCouncil = {
  none: 'Chưa có lần bình chọn nào. Khi cán bộ thi đua khen thưởng mở bình chọn, phiếu sẽ hiện ở đây.',
  noneOpen: 'Không có lần bình chọn nào đang mở.',
  chooseOpen: 'Có nhiều lần bình chọn đang mở. Hãy chọn:',
  ended: 'Đã kết thúc',
  gone: 'Không còn thấy lần bình chọn này. Hãy chọn lại mục trong trình đơn Thi đua.',

  facts: {
    how: 'Hình thức',
    voted: 'Đã bỏ phiếu',
    needed: 'Cần để hợp lệ',
    notVoted: 'Chưa bỏ phiếu',
    minutes: 'Biên bản',
  },
  secrecy: { secret: 'bỏ phiếu kín', open: 'bỏ phiếu công khai' },
  ofMembers: (count: number, members: number): string => `${count}/${members} thành viên`,
  choices: { yes: 'Đồng ý', nay: 'Không đồng ý', nil: 'Phiếu trắng' },
  candidate: (name: string, outcome: string): string => `${name} – ${outcome}`,

  vote: {
    button: 'Bỏ phiếu',
    change: 'Sửa phiếu của tôi',
    next: 'Xem lại phiếu',
    secret:
      'Phiếu kín: hệ thống chỉ ghi rằng bạn đã bỏ phiếu. Không ai, kể cả người tổ chức, biết bạn chọn gì.',
    open: 'Bỏ phiếu công khai: người tổ chức thấy bạn chọn gì. Có thể sửa cho tới khi kết thúc.',
    confirm: 'Bỏ phiếu như sau?',
    final: 'Bỏ phiếu kín rồi thì không sửa và không rút lại được.',
    now: 'Bỏ phiếu ngay',
    busy: 'Đang bỏ phiếu, xin chờ câu trả lời…',
    done: 'Phiếu của bạn đã được nhận.',
    before: 'Phiếu kín của bạn đã được nhận từ trước và được tính một lần; lần gửi này không được tính thêm.',
    voted: 'Bạn đã bỏ phiếu kín; phiếu không sửa được.',
    votedOpen: 'Bạn đã bỏ phiếu; có thể sửa cho tới khi kết thúc.',
    notIn: 'Tài khoản này không có trong danh sách bỏ phiếu được chốt khi mở bình chọn.',
    notOpen: 'Lần bình chọn này không còn mở nên không nhận thêm phiếu.',
  },

  count: {
    valid: (voted: number, members: number): string => `Hợp lệ: ${voted}/${members} thành viên bỏ phiếu.`,
    invalid: (voted: number, members: number, needed: number): string =>
      `Không hợp lệ: ${voted}/${members} thành viên bỏ phiếu, cần ít nhất ${needed}. Không ai được thông qua; có thể mở lần khác.`,
    voided: (reason: string): string => `Hết hiệu lực vì kỳ được mở lại. Lý do: ${reason}`,
    minutes: (minutes: string): string => `Biên bản: ${minutes}`,
    result: (who: string, yes: number, no: number, blank: number, passed: boolean): string =>
      `${who}: đồng ý ${yes}, không đồng ý ${no}, trắng ${blank}; ${passed ? 'thông qua' : 'không thông qua'}.`,
    neededToPass: (count: number): string => `Cần ít nhất ${count} phiếu đồng ý để được thông qua.`,
  },

  open: {
    toReview: 'Bình xét bắt kịp, vượt qua',
    toNomination: 'Bình chọn điển hình của kỳ',
    question: (title: string): string => `Mở ${title.charAt(0).toLowerCase()}${title.slice(1)}?`,
    nobody: 'Không còn ai để đưa ra bình chọn trong kỳ này.',
    candidates: 'Đưa ra bình chọn',
    consequence:
      'Danh sách đối tượng, danh sách bỏ phiếu và quy tắc được chốt khi mở. Các thành viên hội đồng bỏ phiếu từ trình đơn Thi đua.',
    now: 'Mở bình chọn',
    done: (title: string): string => `Đã mở ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    learnersHelp:
      'Số liệu đề nghị, hội đồng quyết định. Có thể đề nghị mức thấp hơn; tập thể, cá nhân không có điểm thì cần minh chứng.',
    learner: (name: string, exemplar: string): string => `${name} học ${exemplar}`,
    share: (share: string): string => `Bằng ${share} của điển hình.`,
    noNumbers: 'Không có số liệu để so; cần minh chứng.',
    stand: { none: 'Không đưa ra lần này', caught_up: 'Bắt kịp', surpassed: 'Vượt qua' },
    evidence: (name: string): string => `Minh chứng của ${name}`,
    cannot: (count: number): string => `Chưa đưa ra được: ${count}`,
    below: 'số liệu chưa đạt mức bắt kịp.',
    missing: 'kỳ này không có số liệu.',
    none: 'Hãy chọn ít nhất một người học để đưa ra bình xét.',
    noLearners: 'Chưa có ai đăng ký học tập điển hình nào.',
  },

  written: {
    whose: 'Phiếu của các thành viên',
    whoseOne: 'Phiếu của thành viên',
    everybody: 'Mọi thành viên đã bỏ phiếu.',
    explain:
      'Ghi phiếu lấy ý kiến bằng văn bản của thành viên vắng mặt: trước hết là của ai, rồi mỗi đối tượng được bao nhiêu phiếu. Tổng ba số của mỗi đối tượng phải bằng số người.',
    explainOpen: 'Ghi phiếu lấy ý kiến bằng văn bản của từng thành viên vắng mặt.',
    final: 'Ghi rồi thì không sửa được.',
    now: 'Ghi phiếu',
    done: (count: number): string => `Đã ghi phiếu bằng văn bản của ${count} thành viên.`,
  },

  close: {
    question: (title: string): string => `Kết thúc ${title.charAt(0).toLowerCase()}${title.slice(1)}?`,
    tooFew:
      'Chưa đủ số người bỏ phiếu: kết thúc bây giờ thì lần bình chọn này không hợp lệ và không ai được thông qua.',
    consequence: 'Kết thúc rồi thì không nhận thêm phiếu và không mở lại được.',
    minutes: 'Biên bản: số và ngày',
    minutesHelp: 'Ví dụ: số 05/BB-HĐ ngày 12/04/2024.',
    now: 'Kết thúc bình chọn',
    done: 'Đã kết thúc bình chọn.',
  },
};

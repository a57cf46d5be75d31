import type { Help } from './help-text.ts';

/** `period`: what the campaign's periods are called, as in the menu's items. */
export const helpInVietnamese = (period: string): Help => ({
  intro: {
    unit: 'Sổ này là của một đơn vị. Mỗi kỳ có một trang Phiếu; chỉ ghi vào các ô nền vàng.',
    office: 'Sổ Điều hành: nơi cán bộ thi đua khen thưởng theo dõi, thẩm định và điều hành từng kỳ.',
    summary: 'Sổ Tổng hợp: bảng xếp hạng và biểu đồ đã công bố, chỉ để xem.',
    none: 'Tiện ích Thi đua dùng trong các sổ của phong trào.',
  },
  sections: {
    unit: [
      {
        heading: 'Làm phiếu của kỳ',
        lines: [
          '1. Mở trang Phiếu của kỳ, ghi kết quả vào các ô nền vàng. Không có gì thì ghi 0; ô trống là chưa báo cáo.',
          '2. Chọn Thi đua, Kiểm tra phiếu. Ô sai có nền đỏ nhạt và ghi chú nói cách sửa.',
          '3. Chọn Thi đua, Nộp phiếu. Có thể nộp lại nhiều lần, không bị trùng.',
          '4. Cần sửa sau khi nộp: chọn Mở lại phiếu để sửa, ghi lý do, sửa rồi nộp lại.',
        ],
      },
      {
        heading: 'Được làm gì trong trang Phiếu',
        lines: [
          'Có thể sắp xếp, lọc, ẩn, di chuyển, chèn thêm dòng và cột riêng; dùng công thức trong ô kết quả cũng được.',
          'Xin đừng sửa mã tiêu chí và tên các cột: hệ thống nhận ra dòng và cột nhờ chúng.',
        ],
      },
      {
        heading: 'Xem kết quả',
        lines: [
          'Kết quả của đơn vị: điểm, hạng và thay đổi so với kỳ trước.',
          'Vì sao?: từng tiêu chí được chấm thế nào, vì sao đứng sau đơn vị ngay trên.',
        ],
      },
      {
        heading: 'Đăng ký, nhân tố, bình chọn, học tập',
        lines: [
          '1. Ghi dòng mới ở cuối trang, để trống cột Mã: hệ thống tự ghi mã khi gửi.',
          '2. Mở trang cần gửi, chọn Thi đua, Gửi sổ đang mở. Ô sai được đánh dấu như ở Phiếu.',
          '3. Cần sửa: sửa ngay trong dòng rồi gửi lại. Mọi lần sửa được lưu; dòng đã gửi không bị xóa.',
        ],
      },
    ],
    office: [
      {
        heading: 'Một kỳ đi từ đâu đến đâu',
        lines: [
          '1. Mở kỳ tiếp theo: phiếu xuất hiện trong sổ của các đơn vị.',
          '2. Theo dõi nộp phiếu; hết hạn thì Thu phiếu: nhận những phiếu đã ghi mà chưa nộp.',
          `3. Chốt ${period}: không nhận thêm phiếu.`,
          '4. Thẩm định: ghi ý kiến vào trang Thẩm định (để trống là đồng ý), rồi chọn mục này để gửi.',
          `5. Đánh giá ${period}, xem lại, rồi Công bố.`,
        ],
      },
      {
        heading: 'Khi cần sửa',
        lines: [
          'Mở lại phiếu của một đơn vị: trong Theo dõi nộp phiếu, khi kỳ còn mở.',
          `Mở lại ${period}: cần lý do; kết quả cũ được giữ, kết quả mới là một bản mới.`,
        ],
      },
      {
        heading: 'Việc chạy lâu',
        lines: [
          'Thu phiếu, Đánh giá, Công bố, Lập sổ chạy trên máy chủ: đóng bảng hay tắt máy cũng không dừng.',
        ],
      },
      {
        heading: 'Sổ và cấu hình',
        lines: [
          'Gửi biểu đang mở: gửi sổ ở trang đang mở (Tuyên truyền, Tổ chức học tập, Câu lạc bộ, Báo cáo viên, …).',
          'Xem trước thay đổi: sửa Đơn vị, Thành viên, Tiêu chí, Chỉ tiêu riêng, Thiết lập như trên bản nháp; xem kỳ này sẽ khác đi thế nào, rồi quản trị viên lưu.',
        ],
      },
      {
        heading: 'Bình chọn, bình xét, quyết định',
        lines: [
          '1. Mở bình chọn sau khi đánh giá kỳ: chọn ai được đưa ra; bình xét là bình chọn ai bắt kịp, vượt qua.',
          '2. Thành viên hội đồng bỏ phiếu trong sổ Tổng hợp, mục Bình chọn. Người vắng: Phiếu bằng văn bản.',
          '3. Kết thúc bình chọn, ghi biên bản; rồi Ban hành quyết định cho những ai được thông qua.',
          '4. Tải quyết định, giấy chứng nhận. Quyết định sai thì Thu hồi, có lý do.',
        ],
      },
    ],
    summary: [
      {
        heading: 'Xem gì ở đây',
        lines: [
          'Các trang của sổ này là kết quả đã công bố. Kết quả của đơn vị và Vì sao? cho xem từng đơn vị.',
        ],
      },
      {
        heading: 'Bỏ phiếu',
        lines: [
          'Thành viên hội đồng chọn Thi đua, Bình chọn: chọn ý kiến cho từng đối tượng, xem lại, rồi bỏ phiếu. Phiếu kín thì không sửa được và không ai biết ai chọn gì.',
        ],
      },
    ],
    none: [],
  },
});

import type { Writing } from './chapter.ts';

const NAME = 'Câu lạc bộ điển hình tiên tiến “Xóm sạch, làng xanh”';

/** The club is founded and meets, a rapporteur speaks, and a registration is amended to aim higher. */
export const CLUB: readonly Writing[] = [
  {
    do: 'write',
    at: '2024-03-27 16:00',
    register: 'club',
    rows: [
      {
        row: 'câu lạc bộ',
        cells: {
          name: NAME,
          host: 'X29110',
          field: 'NTM',
          chair: 'Đặng Văn Thành',
          foundedOn: '2024-03-26',
        },
      },
    ],
  },
  {
    do: 'write',
    at: '2024-03-27 16:10',
    register: 'club_member',
    rows: [
      {
        row: 'thành viên ba tri',
        cells: {
          club: NAME,
          exemplar: 'Thị trấn Ba Tri',
          joinedOn: '2024-03-26',
        },
      },
      {
        row: 'thành viên khu phố 2',
        cells: {
          club: NAME,
          exemplar: 'Tổ tự quản môi trường khu phố 2 (Thị trấn Ba Tri)',
          joinedOn: '2024-03-26',
        },
      },
    ],
  },
  {
    do: 'write',
    at: '2024-03-27 16:20',
    register: 'club_meeting',
    rows: [
      {
        row: 'ra mắt',
        cells: {
          club: NAME,
          heldOn: '2024-03-26',
          content: 'Ra mắt câu lạc bộ; khu phố 2 kể lại sáu tháng phân loại rác',
          attendees: 18,
          minutes: '01/BB-CLB',
        },
      },
    ],
  },
  {
    do: 'write',
    at: '2024-03-27 16:30',
    register: 'session',
    rows: [
      {
        row: 'báo cáo ở tân hưng',
        cells: {
          rapporteur: 'Nguyễn Hoàng Nam',
          heldOn: '2024-03-12',
          host: 'X29155',
          content: 'Chuẩn bị một buổi họp dân: mời ai, hỏi gì, hẹn gì',
          attendees: 35,
        },
      },
    ],
  },
  {
    do: 'write',
    at: '2024-03-29 08:00',
    register: 'registration',
    unitId: 'X29110',
    rows: [
      {
        row: 'khu phố 2',
        amends: true,
        cells: {
          target: '100% hộ trong tổ phân loại rác trước ngày 30/4/2024',
          reason: 'Đã đạt 92%, rút ngắn thời hạn hai tháng',
        },
      },
    ],
  },
];

import type { StoryRow, Writing } from './chapter.ts';

/** What the district does to make January's exemplars known: propagation, a session to learn in, a rapporteur. */
export const MADE_KNOWN: readonly Writing[] = [
  {
    do: 'write',
    at: '2024-03-05 16:00',
    register: 'propagation',
    rows: [
      {
        row: 'phát thanh ba tri',
        cells: {
          exemplar: 'Thị trấn Ba Tri',
          title: 'Thị trấn Ba Tri: họp dân thì phải nghe dân',
          channel: 'Đài truyền thanh',
          publishedOn: '2024-02-22',
          reach: 9000,
        },
      },
      {
        row: 'cổng ba tri',
        cells: {
          exemplar: 'Thị trấn Ba Tri',
          title: 'Cách làm công tác vận động nhân dân ở thị trấn Ba Tri',
          channel: 'Cổng thông tin điện tử',
          publishedOn: '2024-02-27',
          link: 'https://ba-tri.example/tin/van-dong-nhan-dan',
          reach: 1250,
        },
      },
      {
        row: 'mạng công đoàn',
        cells: {
          exemplar: 'Liên đoàn Lao động huyện',
          title: 'Mỗi công đoàn cơ sở một việc khó',
          channel: 'Mạng xã hội',
          publishedOn: '2024-02-28',
          reach: 3400,
        },
      },
      {
        row: 'truyền hình khu phố 2',
        cells: {
          exemplar: 'Tổ tự quản môi trường khu phố 2 (Thị trấn Ba Tri)',
          title: 'Hẻm sạch ở khu phố 2',
          channel: 'Truyền hình',
          publishedOn: '2024-03-01',
          reach: 15000,
        },
      },
    ],
  },
  {
    do: 'write',
    at: '2024-03-05 16:10',
    register: 'event',
    rows: [
      {
        row: 'học ba tri',
        cells: {
          title: 'Học tập công tác vận động nhân dân tại thị trấn Ba Tri',
          exemplar: 'Thị trấn Ba Tri',
          heldOn: '2024-02-28',
          host: 'X29110',
          place: 'Hội trường thị trấn',
          attendees: 46,
          content: 'Dự một buổi họp dân, trao đổi cách chuẩn bị và theo dõi ý kiến',
        },
      },
    ],
  },
  {
    do: 'write',
    at: '2024-03-05 16:20',
    register: 'rapporteur',
    rows: [
      {
        row: 'báo cáo viên ba tri',
        cells: {
          name: 'Nguyễn Hoàng Nam',
          exemplar: 'Thị trấn Ba Tri',
          field: 'DV',
          topics: 'Chuẩn bị và điều hành họp dân; theo dõi việc đã hứa với dân',
          fromOn: '2024-02-26',
        },
      },
    ],
  },
];

/** Units, and people of theirs, who learn from them. */
export const LEARNED_FROM: readonly Writing[] = [
  learns('X29155', '2024-03-05 08:00', [
    {
      row: 'tân hưng học ba tri',
      cells: {
        exemplar: 'Thị trấn Ba Tri',
        criteria: 'XA-M3-01; XA-M3-02; XA-M3-03',
        event: 'Học tập công tác vận động nhân dân tại thị trấn Ba Tri',
        commitment: 'Mỗi ấp họp dân hai lần mỗi tháng; việc dân hỏi được trả lời trong năm ngày',
        startedOn: '2024-02-29',
        dueOn: '2024-03-31',
        state: 'Đang học',
      },
    },
  ]),
  learns('X29143', '2024-03-05 08:10', [
    {
      row: 'an ngãi trung học ba tri',
      cells: {
        exemplar: 'Thị trấn Ba Tri',
        event: 'Học tập công tác vận động nhân dân tại thị trấn Ba Tri',
        commitment: 'Sinh hoạt chi bộ đúng hạn ở mọi chi bộ; mở thêm bốn điểm tuyên truyền',
        startedOn: '2024-02-29',
        dueOn: '2024-03-31',
        state: 'Đang học',
      },
    },
  ]),
  learns('X29125', '2024-03-05 08:20', [
    {
      row: 'bảo thạnh học ba tri',
      cells: {
        exemplar: 'Thị trấn Ba Tri',
        commitment: 'Nâng tổng điểm thêm 10 điểm, trước hết ở thu ngân sách và vận động nhân dân',
        startedOn: '2024-03-01',
        dueOn: '2024-06-30',
        state: 'Đang học',
      },
    },
    {
      row: 'tổ thu gom học khu phố 2',
      cells: {
        learner: 'Tổ thu gom rác tự quản ấp 1',
        exemplar: 'Tổ tự quản môi trường khu phố 2 (Thị trấn Ba Tri)',
        commitment: 'Phân loại rác ở 120 hộ theo cách của khu phố 2',
        startedOn: '2024-03-04',
        dueOn: '2024-04-30',
        state: 'Đang học',
      },
    },
  ]),
  learns('HPN', '2024-03-06 08:00', [
    {
      row: 'phụ nữ học công đoàn',
      cells: {
        exemplar: 'Liên đoàn Lao động huyện',
        commitment: 'Mỗi hội cơ sở nhận một việc khó và báo kết quả hằng tháng',
        startedOn: '2024-03-06',
        dueOn: '2024-04-30',
        state: 'Đang học',
      },
    },
  ]),
];

function learns(unitId: string, at: string, rows: readonly StoryRow[]): Writing {
  return { do: 'write', at, register: 'learning', unitId, rows };
}

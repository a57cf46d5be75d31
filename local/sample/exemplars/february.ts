import { type Chapter, type StoryRow, standing, type Writing } from './chapter.ts';
import { WATCHED } from './registered.ts';

/**
 * Who was praised is made known and learned from. The month is corrected: the council's first vote becomes void when
 * it is reopened, and is held again on the corrected numbers. A club is founded, and one reward taken back.
 */
export const FEBRUARY: Chapter = {
  before: [
    ...WATCHED.slice(1),
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
  ],
  nominations: [
    {
      do: 'vote',
      at: '2024-03-12 09:00',
      ballot: 'BC-2024-02-1',
      purpose: 'nomination',
      period: '2024-02',
      papers: [
        { members: [1], no: [] },
        { members: [2], no: [] },
        { members: [3], no: [] },
      ],
      closed: { at: '2024-03-15 16:00', minutes: '02/BB-HĐTĐKT ngày 15/3/2024' },
    },
    {
      do: 'vote',
      at: '2024-03-20 14:00',
      ballot: 'BC-2024-02-2',
      purpose: 'nomination',
      period: '2024-02',
      papers: [
        { members: [1], no: [] },
        { members: [2, 3], no: [standing('praise', 'TTCT')] },
      ],
      closed: { at: '2024-03-22 16:00', minutes: '03/BB-HĐTĐKT ngày 22/3/2024' },
    },
  ],
  after: [
    {
      do: 'decide',
      at: '2024-03-26 09:00',
      reference: '04/QĐ-BCĐ',
      kind: 'praise',
      ballot: 'BC-2024-02-2',
      subjects: 'unit',
    },
    {
      do: 'revoke',
      at: '2024-03-28 09:00',
      reference: '05/QĐ-BCĐ',
      revokes: '03/QĐ-BCĐ',
      reason:
        'Thành tích này đã được cấp tỉnh khen thưởng trước đó; một thành tích chỉ được khen thưởng một lần',
    },
    {
      do: 'write',
      at: '2024-03-27 16:00',
      register: 'club',
      rows: [
        {
          row: 'câu lạc bộ',
          cells: {
            name: 'Câu lạc bộ điển hình tiên tiến “Xóm sạch, làng xanh”',
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
            club: 'Câu lạc bộ điển hình tiên tiến “Xóm sạch, làng xanh”',
            exemplar: 'Thị trấn Ba Tri',
            joinedOn: '2024-03-26',
          },
        },
        {
          row: 'thành viên khu phố 2',
          cells: {
            club: 'Câu lạc bộ điển hình tiên tiến “Xóm sạch, làng xanh”',
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
            club: 'Câu lạc bộ điển hình tiên tiến “Xóm sạch, làng xanh”',
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
  ],
};

function learns(unitId: string, at: string, rows: readonly StoryRow[]): Writing {
  return { do: 'write', at, register: 'learning', unitId, rows };
}

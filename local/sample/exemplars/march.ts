import { type Chapter, type StoryRow, standing, type Writing } from './chapter.ts';

/** What became of the commitments, and whom the council recognised. */
export const MARCH: Chapter = {
  before: [
    {
      do: 'write',
      at: '2024-04-08 07:30',
      register: 'unit_vote',
      unitId: 'X29155',
      rows: [
        {
          row: 'ấp 3 tháng 3',
          cells: {
            period: '2024-03',
            registration: 'Ban công tác Mặt trận ấp 3',
            assessment: 'Hoàn thành xuất sắc',
            entitled: 28,
            present: 26,
            votes: 26,
            outcome: 'Biểu dương và khen thưởng',
            reward: 'Giấy khen của Ủy ban nhân dân xã',
            achievement: 'Vận động 17 hộ hiến đất, mở 600 m đường ấp 3',
            proposed: 'Có',
            heldOn: '2024-04-03',
            minutes: '07/BB-ĐU',
          },
        },
      ],
    },
    became('X29155', '2024-04-08 07:40', {
      row: 'tân hưng học ba tri',
      amends: true,
      cells: {
        outcome: '14 cuộc họp dân ở 7 ấp; 61 trong 63 việc dân hỏi được trả lời đúng hạn, có sổ theo dõi',
        state: 'Đã thực hiện cam kết',
      },
    }),
    became('X29143', '2024-04-08 07:45', {
      row: 'an ngãi trung học ba tri',
      amends: true,
      cells: {
        outcome: 'Mọi chi bộ sinh hoạt đúng hạn; mở bốn điểm tuyên truyền, có ảnh và danh sách dự',
        state: 'Đã thực hiện cam kết',
      },
    }),
    {
      do: 'write',
      at: '2024-04-08 07:50',
      register: 'registration',
      unitId: 'X29125',
      rows: [
        {
          row: 'phạm quốc bảo',
          amends: true,
          cells: { state: 'Thôi đăng ký', reason: 'Chuyển công tác ra ngoài huyện từ ngày 01/4/2024' },
        },
      ],
    },
  ],
  nominations: [
    {
      do: 'vote',
      at: '2024-04-11 14:00',
      ballot: 'BC-2024-03-1',
      purpose: 'nomination',
      period: '2024-03',
      papers: [
        { members: [1], no: [standing('praise', 'X29113')] },
        { members: [2], no: [standing('praise', 'X29113')] },
        { members: [3], no: [standing('praise', 'PTP')] },
      ],
      closed: { at: '2024-04-15 16:00', minutes: '04/BB-HĐTĐKT ngày 15/4/2024' },
    },
  ],
  after: [
    {
      do: 'decide',
      at: '2024-04-16 14:00',
      reference: '06/QĐ-BCĐ',
      kind: 'praise',
      ballot: 'BC-2024-03-1',
      subjects: 'unit',
    },
    {
      do: 'decide',
      at: '2024-04-16 14:10',
      reference: '07/QĐ-BCĐ',
      kind: 'praise',
      ballot: 'BC-2024-03-1',
      subjects: 'registrant',
    },
  ],
};

function became(unitId: string, at: string, row: StoryRow): Writing {
  return { do: 'write', at, register: 'learning', unitId, rows: [row] };
}

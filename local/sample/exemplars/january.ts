import { type Chapter, type StoryRow, standing, type Writing } from './chapter.ts';
import { REGISTERED, WATCHED } from './registered.ts';

const votes = (unitId: string, row: string, cells: StoryRow['cells']): Writing => ({
  do: 'write',
  at: '2024-02-16 10:00',
  register: 'unit_vote',
  unitId,
  rows: [{ row, cells: { period: '2024-01', heldOn: '2024-02-16', ...cells } }],
});

const UNITS_VOTE: readonly Writing[] = [
  votes('X29110', 'khu phố 2 tháng 1', {
    registration: 'Tổ tự quản môi trường khu phố 2',
    assessment: 'Hoàn thành xuất sắc',
    entitled: 24,
    present: 22,
    votes: 22,
    outcome: 'Biểu dương',
    achievement: 'Năm tuyến hẻm khu phố 2 không còn điểm rác tự phát',
    proposed: 'Có',
    minutes: '02/BB-ĐU',
  }),
  votes('X29152', 'lê văn phúc tháng 1', {
    registration: 'Lê Văn Phúc',
    assessment: 'Hoàn thành xuất sắc',
    entitled: 31,
    present: 27,
    votes: 25,
    outcome: 'Biểu dương',
    achievement: 'Giúp 6 hộ chuyển sang nuôi tôm hai giai đoạn',
    proposed: 'Có',
    minutes: '01/BB-BCH',
  }),
  votes('X29155', 'ấp 3 tháng 1', {
    registration: 'Ban công tác Mặt trận ấp 3',
    assessment: 'Hoàn thành tốt',
    entitled: 28,
    present: 24,
    votes: 21,
    outcome: 'Biểu dương',
    achievement: '8 hộ hiến đất mở đường ấp 3',
    proposed: 'Không',
    minutes: '03/BB-ĐU',
  }),
];

/** Who registered at the launch, whom their units voted on, and whom the council recognised. */
export const JANUARY: Chapter = {
  before: [...REGISTERED, ...WATCHED.slice(0, 1), ...UNITS_VOTE],
  nominations: [
    {
      do: 'vote',
      at: '2024-02-16 14:00',
      ballot: 'BC-2024-01-1',
      purpose: 'nomination',
      period: '2024-01',
      papers: [
        { members: [1], no: [standing('praise', 'X29155')] },
        { members: [2], no: [standing('praise', 'X29155'), standing('reward', 'khu phố 2')] },
        { members: [3], no: [standing('praise', 'BTG'), standing('reward', 'khu phố 2')] },
      ],
      closed: { at: '2024-02-19 16:00', minutes: '01/BB-HĐTĐKT ngày 19/02/2024' },
    },
  ],
  after: [
    {
      do: 'decide',
      at: '2024-02-20 14:00',
      reference: '01/QĐ-BCĐ',
      kind: 'praise',
      ballot: 'BC-2024-01-1',
      subjects: 'unit',
    },
    {
      do: 'decide',
      at: '2024-02-20 14:10',
      reference: '02/QĐ-BCĐ',
      kind: 'praise',
      ballot: 'BC-2024-01-1',
      subjects: 'registrant',
    },
    {
      do: 'decide',
      at: '2024-02-20 14:20',
      reference: '03/QĐ-BCĐ',
      kind: 'reward',
      ballot: 'BC-2024-01-1',
      subjects: 'registrant',
    },
  ],
};

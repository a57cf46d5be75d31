import type { Chapter } from './chapter.ts';

/**
 * In the middle of April the council judges who learned: one caught up, one surpassed and is the next exemplar. In May
 * another review is open: one member has not voted.
 */
export const APRIL: Chapter = {
  before: [
    {
      do: 'vote',
      at: '2024-04-17 09:00',
      ballot: 'BX-2024-03-1',
      purpose: 'review',
      period: '2024-03',
      learners: [
        { row: 'an ngãi trung học ba tri', outcome: 'caught_up' },
        {
          row: 'tân hưng học ba tri',
          outcome: 'surpassed',
          evidence: 'Sổ theo dõi việc dân hỏi của 7 ấp, biên bản 14 cuộc họp dân',
        },
      ],
      papers: [
        { members: [1], no: [] },
        { members: [2], no: [] },
        { members: [3], no: [] },
      ],
      closed: { at: '2024-04-22 16:00', minutes: '05/BB-HĐTĐKT ngày 22/4/2024' },
    },
    {
      do: 'decide',
      at: '2024-04-23 09:00',
      reference: '08/QĐ-BCĐ',
      kind: 'caught_up',
      ballot: 'BX-2024-03-1',
      subjects: 'unit',
    },
    {
      do: 'decide',
      at: '2024-04-23 09:10',
      reference: '09/QĐ-BCĐ',
      kind: 'surpassed',
      ballot: 'BX-2024-03-1',
      subjects: 'unit',
      becomesExemplar: true,
    },
    {
      do: 'write',
      at: '2024-04-25 16:00',
      register: 'propagation',
      rows: [
        {
          row: 'tọa đàm tân hưng',
          cells: {
            exemplar: 'Xã Tân Hưng',
            title: 'Tân Hưng đã vượt qua điển hình như thế nào',
            channel: 'Hội nghị, tọa đàm',
            publishedOn: '2024-04-25',
            reach: 120,
          },
        },
      ],
    },
  ],
  nominations: [],
  after: [
    {
      do: 'write',
      at: '2024-05-02 08:00',
      register: 'learning',
      unitId: 'X29125',
      rows: [
        {
          row: 'tổ thu gom học khu phố 2',
          amends: true,
          cells: { outcome: '118 trong 120 hộ đã phân loại rác', state: 'Đã thực hiện cam kết' },
        },
      ],
    },
    {
      do: 'vote',
      at: '2024-05-03 09:00',
      ballot: 'BX-2024-03-2',
      purpose: 'review',
      period: '2024-03',
      learners: [
        { row: 'phụ nữ học công đoàn', outcome: 'caught_up' },
        {
          row: 'tổ thu gom học khu phố 2',
          outcome: 'caught_up',
          evidence:
            'Biên bản kiểm tra ngày 26/4/2024: 118 trong 120 hộ phân loại rác; khu phố 2 khi được biểu dương: 92%',
        },
      ],
      // The first member has not voted yet: that is for whoever plays it.
      papers: [
        { members: [2], no: [] },
        { members: [3], no: [] },
      ],
    },
  ],
};

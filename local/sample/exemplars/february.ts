import { type Chapter, standing } from './chapter.ts';
import { CLUB } from './february-club.ts';
import { LEARNED_FROM, MADE_KNOWN } from './february-learning.ts';
import { WATCHED } from './registered.ts';

/**
 * Who was praised is made known and learned from. The month is corrected: the council's first vote becomes void when
 * it is reopened, and is held again on the corrected numbers. A club is founded, and one reward taken back.
 */
export const FEBRUARY: Chapter = {
  before: [...WATCHED.slice(1), ...MADE_KNOWN, ...LEARNED_FROM],
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
    ...CLUB,
  ],
};

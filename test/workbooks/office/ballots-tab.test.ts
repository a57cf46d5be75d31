import { describe, expect, it } from 'vitest';
import { type Ballot, DEFAULT_BALLOT_RULES } from '../../../functions/src/domain/ballot/ballot.ts';
import type { BallotBox } from '../../../functions/src/domain/ballot/ballot-box.ts';
import { ballotTabs } from '../../../functions/src/workbooks/office/ballots-tab.ts';
import { periodId } from '../../domain/build/campaign.ts';
import { shown } from '../shown.ts';

const AT = new Date('2024-04-12T02:00:00Z');
const secret: Ballot = {
  id: 'BC-2024-03-1',
  purpose: 'nomination',
  period: periodId('2024-03'),
  resultVersion: 1,
  title: 'Bình chọn điển hình tháng 03/2024',
  rules: DEFAULT_BALLOT_RULES,
  candidates: [
    {
      id: 'praise-A',
      name: 'Xã A',
      subject: { kind: 'unit', unitId: 'A' },
      outcome: 'praise',
      achievement: 'Dẫn đầu',
      reasons: ['hạng 1'],
    },
  ],
  electorate: ['c1@x.example', 'c2@x.example', 'c3@x.example'],
  state: 'open',
  openedAt: AT,
  openedBy: 'officer@x.example',
};
const box: BallotBox = { secrecy: 'secret', ballot: secret.id, voted: ['c2@x.example'], sealed: '…' };
const closing = (voted: number) => ({ at: AT, by: 'officer@x.example', minutes: 'Số 5', voted });
const open: Ballot = { ...secret, rules: { ...DEFAULT_BALLOT_RULES, secrecy: 'open' } };
const paper: BallotBox = {
  secrecy: 'open',
  ballot: secret.id,
  papers: [{ voter: 'c1@x.example', votes: { 'praise-A': 'yes' } }],
};
const lines = (ballots: readonly Ballot[], boxes: readonly BallotBox[]) =>
  shown({ tabs: ballotTabs(ballots, boxes) }).slice(4);

describe('the tabs Bình chọn and Bình xét', () => {
  it('come with the first ballot of their kind, and keep nominations and reviews apart', () => {
    const review: Ballot = {
      ...secret,
      id: 'BX-2024-03-1',
      purpose: 'review',
      title: 'Bình xét tháng 03/2024',
    };
    const boxes: readonly BallotBox[] = [box, { ...box, ballot: review.id }];
    const told = (...ballots: readonly Ballot[]) =>
      shown({ tabs: ballotTabs(ballots, boxes) }).filter((line) => /^##|đang bỏ phiếu/.test(line));
    expect(told()).toEqual([]);
    expect(told(review)).toEqual(['## Bình xét', expect.stringMatching(/^Bình xét tháng 03/)]);
    expect(told(secret, review)).toEqual([
      '## Bình chọn',
      expect.stringMatching(/^Bình chọn điển hình tháng 03/),
      '## Bình xét',
      expect.stringMatching(/^Bình xét tháng 03/),
    ]);
  });

  it('tells of an open secret ballot who has voted, and nothing of what', () => {
    expect(lines([secret], [box])).toEqual([
      'Bình chọn điển hình tháng 03/2024 | đang bỏ phiếu | bỏ phiếu kín |  |  |  |  |  | 1/3: c2@x.example | 2/3: c1@x.example; c3@x.example | ',
      '– Xã A |  | Biểu dương | Dẫn đầu\nhạng 1 |  |  |  |  |  |  | ',
    ]);
  });

  it('tells of a closed one what it came to', () => {
    const closed: Ballot = {
      ...secret,
      state: 'closed',
      tally: { 'praise-A': { yes: 2, no: 0, blank: 1 } },
      closing: closing(3),
    };
    const voted: BallotBox = { secrecy: 'secret', ballot: secret.id, voted: secret.electorate };
    expect(lines([closed], [voted])).toEqual([
      'Bình chọn điển hình tháng 03/2024 | đã kết thúc | bỏ phiếu kín |  |  |  |  | 2 | 3/3: c1@x.example; c2@x.example; c3@x.example | 0/3 | Số 5',
      '– Xã A | được thông qua | Biểu dương | Dẫn đầu\nhạng 1 | 2 | 0 | 1 | 2 |  |  | ',
    ]);
    const voided = { at: AT, by: 'officer@x.example', reason: 'Sai số liệu' };
    expect(lines([{ ...closed, voided }], [voted])[0]).toContain(
      '| hết hiệu lực | bỏ phiếu kín | Kỳ được mở lại: Sai số liệu |',
    );
  });

  it('tells of one that too few voted in only that', () => {
    const closed: Ballot = { ...secret, state: 'closed', closing: closing(1) };
    const { sealed: _, ...opened } = box as Extract<BallotBox, { secrecy: 'secret' }>;
    expect(lines([closed], [opened])).toEqual([
      expect.stringContaining('| không đủ người bỏ phiếu | bỏ phiếu kín |'),
      '– Xã A |  | Biểu dương | Dẫn đầu\nhạng 1 |  |  |  |  |  |  | ',
    ]);
  });

  it('tells of an open ballot where it stands', () => {
    expect(lines([open], [paper])[1]).toBe(
      '– Xã A |  | Biểu dương | Dẫn đầu\nhạng 1 | 1 | 0 | 0 | 2 |  |  | ',
    );
  });

  it('has the newest first', () => {
    const second = { ...secret, id: 'BX-2024-03-1', title: 'Bình xét' };
    const titles = lines([secret, second], [box, { ...box, ballot: second.id }]).filter(
      (line) => !line.startsWith('–'),
    );
    expect(titles.map((line) => line.split(' | ')[0])).toEqual([
      'Bình xét',
      'Bình chọn điển hình tháng 03/2024',
    ]);
  });
});

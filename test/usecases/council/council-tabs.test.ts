import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../functions/src/ports/store.ts';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import { castVote } from '../../../functions/src/usecases/ballots/cast-vote.ts';
import { closeBallot } from '../../../functions/src/usecases/ballots/close-ballot.ts';
import { openBallot } from '../../../functions/src/usecases/ballots/open-ballot.ts';
import { decide } from '../../../functions/src/usecases/decisions/decide.ts';
import { revokeDecision } from '../../../functions/src/usecases/decisions/revoke-decision.ts';
import { openSnapshot } from '../../../functions/src/usecases/publishing/snapshot.ts';
import { wantedWorkbook } from '../../../functions/src/usecases/publishing/wanted-workbook.ts';
import { shown } from '../../workbooks/shown.ts';
import { AT, as, closeClient, councilStore, MARCH, outcome, SEAL, SIGNED, voters } from './council-store.ts';

afterAll(closeClient);

const ballot = 'BC-2024-03-1';
const tabs = async (store: Store) => (await wantedWorkbook('office', openSnapshot(store), AT))!.tabs;
const tab = async (store: Store, key: string) =>
  shown({ tabs: (await tabs(store)).filter((each) => each.key === key) });
const asked = async (store: Store) =>
  (await store.dueOutbox(new Date('2100-01-01'), 50)).map(({ id }) => id).sort();

describe('the office’s workbook', () => {
  it('shows ballots from the first on, and decisions with what became of them', async () => {
    const store = await councilStore({ units: 1, council: 2 });
    const keys = async () =>
      (await tabs(store)).map(({ key }) => key).filter((key) => key === 'ballots' || key === 'decisions');
    expect(await keys()).toEqual([]);
    await openBallot(as(store), { purpose: 'nomination', period: MARCH }, SEAL);
    expect(await keys()).toEqual(['ballots']);
    for (const by of voters(2))
      await castVote(as(store, by), { ballot, votes: { 'praise-U00': 'yes' } }, SEAL);
    expect((await tab(store, 'ballots')).at(-1)).not.toContain('2');
    await closeBallot(as(store), { ballot, minutes: 'Số 5' }, SEAL);
    expect((await tab(store, 'ballots')).slice(-2)).toEqual([
      'Bình chọn điển hình tháng 03/2024 | đã kết thúc | bỏ phiếu kín |  |  |  |  | 2 | 2/2: c00@x.example; c01@x.example | 0/2 | Số 5',
      expect.stringMatching(/^– Xã U00 \| được thông qua \| Biểu dương \| .* \| 2 \| 0 \| 0 \| 1 \|/s),
    ]);
    const reminded = async () => (await tab(store, 'reminders')).filter((line) => /quyết định/.test(line));
    expect(await reminded()).toEqual([
      expect.stringContaining('không có hạn | Ban hành quyết định: Bình chọn điển hình tháng 03/2024 |'),
    ]);
    const subjects = [{ candidate: 'praise-U00' }];
    await decide(as(store), { ballot, kind: 'praise', subjects, ...SIGNED });
    expect(await reminded()).toEqual([]);
    await revokeDecision(as(store), { decision: '2024-1', reason: 'Kê khai sai', ...SIGNED });
    const decisions = await tab(store, 'decisions');
    expect(decisions.slice(-2).join('\n')).toContain('2/QĐ');
    expect(decisions.at(-1)).toContain('Kê khai sai');
  });

  it('is asked for by everything but a secret vote', async () => {
    const store = await councilStore({ units: 1, council: 2 });
    expect(await asked(store)).toEqual([]);
    await openBallot(as(store), { purpose: 'nomination', period: MARCH }, SEAL);
    expect(await asked(store)).toEqual(['office']);
    const before = await store.outboxEntry('office');
    for (const by of voters(2))
      await castVote(as(store, by), { ballot, votes: { 'praise-U00': 'yes' } }, SEAL);
    expect(await store.outboxEntry('office')).toEqual(before);
    await closeBallot(as(store), { ballot, minutes: 'Số 5' }, SEAL);
    expect((await store.outboxEntry('office'))!.request).toBe(2);
    await decide(as(store), { ballot, kind: 'praise', subjects: [{ candidate: 'praise-U00' }], ...SIGNED });
    expect(await asked(store)).toEqual(['office', 'summary', 'units']);
  });
});

describe('what is done about a ballot or a decision', () => {
  it('is done in the workbook it belongs to', async () => {
    const store = await councilStore({ units: 1, council: 2 });
    const ids: readonly WorkbookId[] = ['office', 'summary'];
    await store.transact(async (tx) => {
      for (const id of ids) tx.putWorkbook({ id, spreadsheetId: `sheet-${id}`, createdAt: AT });
    });
    const at = (spreadsheetId: string) => ({ spreadsheetId });
    const opening = (sheet: string) =>
      outcome(() => openBallot(as(store), { purpose: 'nomination', period: MARCH, ...at(sheet) }, SEAL));
    expect(await opening('sheet-copy')).toBe('workbook_unknown');
    expect(await opening('sheet-summary')).toBe('workbook_unknown');
    expect(typeof (await opening('sheet-office'))).toBe('object');
    const votes = { 'praise-U00': 'yes' } as const;
    const vote = (sheet: string, by = voters(2)[0]!) =>
      outcome(() => castVote(as(store, by), { ballot, votes, ...at(sheet) }, SEAL));
    expect(await vote('sheet-copy')).toBe('workbook_unknown');
    expect(await vote('sheet-summary')).toEqual({ ballot, voted: true });
    const closing = (sheet: string) =>
      outcome(() => closeBallot(as(store), { ballot, minutes: 'Số 5', ...at(sheet) }, SEAL));
    expect(await closing('sheet-summary')).toBe('workbook_unknown');
    const order = { ballot, kind: 'praise', subjects: [{ candidate: 'praise-U00' }], ...SIGNED } as const;
    expect(await outcome(() => decide(as(store), { ...order, ...at('sheet-copy') }))).toBe(
      'workbook_unknown',
    );
    const revoking = { decision: '2024-1', reason: 'x', ...SIGNED, ...at('sheet-copy') };
    expect(await outcome(() => revokeDecision(as(store), revoking))).toBe('workbook_unknown');
  });
});

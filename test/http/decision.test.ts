import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { RegisterRow } from '../../functions/src/domain/register/register.ts';
import { type CouncilCampaign, MEMBERS_OF_COUNCIL } from './council-campaign.ts';
import { ALL_YES, C1, code, evaluated, NOMINATION, row } from './council-month.ts';
import { runningOffice } from './running-office.ts';
import { LEADER, OFFICER } from './small-campaign.ts';

runningOffice();

describe('a decision', () => {
  async function voted(name: string): Promise<CouncilCampaign> {
    const campaign = await evaluated(name);
    await campaign.open();
    await campaign.passAll(NOMINATION);
    await campaign.close(NOMINATION);
    return campaign;
  }

  it('is numbered, makes whom it praises an exemplar, and freezes its baseline', async () => {
    const campaign = await voted('PRAISE');
    const praised = await campaign.decide(NOMINATION, 'praise', [
      { candidate: 'praise-A', field: 'NN' },
      { candidate: 'praise-B' },
    ]);
    expect(praised.body).toEqual({
      decision: {
        id: '2024-1',
        reference: '01/QĐ-BCĐ',
        kind: 'praise',
        kindName: 'Biểu dương',
        period: '2024-03',
        periodName: 'Tháng 03/2024',
        signedOn: '2024-04-12',
        signer: { name: 'Nguyễn Văn A', position: 'TRƯỞNG BAN', onBehalf: 'TM. BAN CHỈ ĐẠO' },
        subjects: [
          {
            candidate: 'praise-A',
            subject: { kind: 'unit', unitId: 'A' },
            name: 'Xã An Bình',
            achievement: 'Biểu dương hai đơn vị đầu (Xã)',
            exemplar: 'DH-2024-001',
          },
          expect.objectContaining({ candidate: 'praise-B', exemplar: 'DH-2024-002' }),
        ],
        ballot: NOMINATION,
        minutes: 'Số 5, ngày 12/4/2024',
        revoked: 'no',
      },
      exemplars: ['DH-2024-001', 'DH-2024-002'],
    });
    expect(await campaign.store.exemplars()).toEqual([
      {
        id: 'DH-2024-001',
        name: 'Xã An Bình',
        subject: { kind: 'unit', unitId: 'A' },
        field: 'NN',
        decision: '2024-1',
        recognisedOn: '2024-04-12',
        period: '2024-03',
        baseline: { total: 14_000_000, criteria: { C1: 9_000_000, C2: 5_000_000 } },
      },
      expect.objectContaining({
        id: 'DH-2024-002',
        baseline: expect.objectContaining({ total: 13_000_000 }),
      }),
    ]);
    const rewarded = await campaign.decide(NOMINATION, 'reward', [{ candidate: 'reward-A' }]);
    expect(rewarded.body.decision).toMatchObject({ id: '2024-2', kind: 'reward' });
    expect(rewarded.body.exemplars).toEqual([]);
    expect((await campaign.store.log(2)).map(({ action, details }) => [action, details])).toEqual([
      ['decision_issued', { decision: '2024-2', reference: '02/QĐ-BCĐ', subjects: 1 }],
      ['decision_issued', { decision: '2024-1', reference: '01/QĐ-BCĐ', subjects: 2 }],
    ]);
  });

  it('recognises one achievement once, and names the earlier decision', async () => {
    const campaign = await voted('TWICE');
    await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-B' }]);
    const again = await campaign.decide(NOMINATION, 'praise', [
      { candidate: 'praise-A' },
      { candidate: 'praise-B' },
    ]);
    expect(again.body.error).toEqual({
      code: 'already_decided',
      message:
        'Thành tích này đã được ghi nhận tại Quyết định số 01/QĐ-BCĐ ngày 12/04/2024; mỗi thành tích chỉ được ghi nhận một lần. Nếu quyết định trước sai, hãy thu hồi quyết định đó.',
    });
    expect(await campaign.store.series('2024')).toEqual({ series: '2024', decisions: 1, exemplars: 1 });
  });

  it('rewards nobody for what the unit has rewarded meanwhile, and names the unit’s row', async () => {
    const campaign = await evaluated('MEANWHILE');
    const vote = (revision: number, outcome: string, achievement: string): RegisterRow => ({
      ...row('unit_vote', 'BC-AAAAAA', 'B', {
        period: '2024-03',
        registration: 'DK-AAAAAA',
        outcome,
        achievement,
        proposed: true,
      }),
      revision,
    });
    const registration = row('registration', 'DK-AAAAAA', 'B', { name: 'Bà Sáu', content: 'Hiến đất' });
    await campaign.keepRows(registration, vote(1, 'Biểu dương', 'Hiến 500 m² đất'));
    await campaign.open();
    await campaign.passAll(NOMINATION);
    await campaign.close(NOMINATION);
    const decide = (kind: string) =>
      campaign.decide(NOMINATION, kind, [{ candidate: `${kind}-DK-AAAAAA` }, { candidate: `${kind}-A` }]);

    await campaign.keepRows(vote(2, 'Khen thưởng', 'HIẾN  500 m² đất'));
    expect((await decide('reward')).body.error).toEqual({
      code: 'rewarded_by_unit',
      message:
        'Đơn vị đã khen thưởng thành tích này (Tháng 03/2024, dòng BC-AAAAAA ở tab Bình chọn tại đơn vị); mỗi thành tích chỉ được khen thưởng một lần. Nếu đơn vị ghi nhầm, hãy để đơn vị sửa dòng ấy trước.',
    });
    expect(await campaign.store.decisions()).toEqual([]);
    // Praise and reward are two things.
    expect((await decide('praise')).status).toBe(200);
    await campaign.keepRows(vote(3, 'Khen thưởng', 'Việc khác'));
    const rewarded = () =>
      campaign
        .get('/register-rules', OFFICER, { register: 'unit_vote', unitId: 'B' })
        .then(({ body }) => body.rewarded);
    expect(await rewarded()).toEqual([]);
    expect((await decide('reward')).status).toBe(200);
    // Now the unit’s own tab says so too.
    expect(await rewarded()).toEqual([
      { registration: 'DK-AAAAAA', achievement: 'Hiến 500 m² đất', reference: '02/QĐ-BCĐ' },
    ]);
    await campaign.revoke('2024-2', { subjects: ['reward-DK-AAAAAA'] });
    expect(await rewarded()).toEqual([]);
  });

  it('is refused for what the council did not pass, and before it did', async () => {
    const campaign = await evaluated('PASSED');
    await campaign.open();
    const decide = (kind: string, candidate: string) =>
      campaign.decide(NOMINATION, kind, [{ candidate }]).then(code);
    expect(await decide('praise', 'praise-A')).toBe('ballot_not_closed');
    for (const as of MEMBERS_OF_COUNCIL)
      await campaign.vote(NOMINATION, as, { ...ALL_YES, 'praise-B': 'nil' });
    await campaign.close(NOMINATION);
    expect(await decide('praise', 'praise-B')).toBe('candidate_not_passed');
    expect(await decide('reward', 'praise-A')).toBe('candidate_not_passed');
    expect(await decide('praise', 'praise-Z')).toBe('not_found');
    const parts = [
      { signer: 'AI' },
      { signedOn: '2024-04-13' },
      { signedOn: '2024-04-11' },
      { signedOn: '2024-02-30' },
    ];
    for (const part of parts)
      expect([
        part,
        code(await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }], part)),
      ]).toEqual([part, 'signer' in part ? 'not_found' : 'day_out_of_range']);
    const field = await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A', field: 'ZZ' }]);
    expect(code(field)).toBe('not_found');
    expect(await campaign.store.decisions()).toEqual([]);
  });

  it('is revoked for one subject or for all, by a decision with a reason, and then gives way', async () => {
    const campaign = await voted('REVOKE');
    await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }, { candidate: 'praise-B' }]);
    expect(code(await campaign.revoke('2024-1', { reason: ' ' }))).toBe('reason_missing');
    expect(code(await campaign.revoke('2024-9'))).toBe('not_found');
    const inPart = await campaign.revoke('2024-1', { subjects: ['praise-A'] });
    const mark = { by: '2024-2', reference: '02/QĐ-BCĐ', reason: 'Kê khai sai', on: '2024-04-12' };
    expect(inPart.body).toMatchObject({
      revocation: {
        id: '2024-2',
        kind: 'revocation',
        kindName: 'Thu hồi quyết định',
        revokes: '2024-1',
        reason: 'Kê khai sai',
        subjects: [{ candidate: 'praise-A' }],
      },
      decision: { id: '2024-1', revoked: 'in_part', subjects: [{ revoked: mark }, {}] },
    });
    expect(code(await campaign.revoke('2024-1', { subjects: ['praise-A'] }))).toBe('decision_revoked');
    expect((await campaign.revoke('2024-1')).body.decision.revoked).toBe('whole');
    expect(code(await campaign.revoke('2024-1'))).toBe('decision_revoked');
    expect(code(await campaign.revoke('2024-2'))).toBe('decision_not_revocable');
    const again = await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }]);
    expect(again.body).toMatchObject({ decision: { id: '2024-4' }, exemplars: ['DH-2024-003'] });
    const { decisions, signers } = (await campaign.get('/decisions', LEADER)).body;
    expect(decisions.map(({ id, revoked }: { id: string; revoked: string }) => `${id} ${revoked}`)).toEqual([
      '2024-4 no',
      '2024-3 no',
      '2024-2 no',
      '2024-1 whole',
    ]);
    expect(signers).toEqual([
      { code: 'TB', name: 'Nguyễn Văn A', position: 'TRƯỞNG BAN', onBehalf: 'TM. BAN CHỈ ĐẠO' },
    ]);
  });

  it('is a document that says what was decided, and what became of it', async () => {
    const campaign = await voted('DOCUMENT');
    await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }, { candidate: 'praise-B' }]);
    await campaign.revoke('2024-1', { subjects: ['praise-B'] });
    const document = (query: Readonly<Record<string, string>>, as = OFFICER) =>
      campaign.get('/decision-document', as, { decision: '2024-1', kind: 'decision', ...query });
    const { fileName, base64 } = (await document({})).body;
    expect(fileName).toBe('quyet-dinh-2024-1.docx');
    const xml = new TextDecoder().decode(unzipSync(Buffer.from(base64, 'base64'))['word/document.xml']);
    const text = xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
    expect(text).toContain('ĐÃ BỊ THU HỒI MỘT PHẦN theo Quyết định số 02/QĐ-BCĐ ngày 12 tháng 4 năm 2024\n');
    expect(text).toContain('1. Xã An Bình: Biểu dương hai đơn vị đầu (Xã).\n');
    expect(text).toContain(
      'Căn cứ kết quả bỏ phiếu của hội đồng về tháng 03/2024 (biên bản Số 5, ngày 12/4/2024).\n',
    );

    const certificate = (subject: string) => document({ kind: 'certificate', subject });
    expect((await certificate('praise-A')).body.fileName).toBe('chung-nhan-2024-1-praise-A.docx');
    expect(code(await certificate('praise-B'))).toBe('decision_revoked');
    expect(code(await certificate('praise-Z'))).toBe('not_found');
    expect(code(await document({ decision: '2024-2', kind: 'certificate', subject: 'praise-B' }))).toBe(
      'not_found',
    );
    expect((await document({ decision: '2024-2' })).status).toBe(200);
    expect(code(await document({}, C1))).toBe('forbidden');
  });

  it('of a later month leaves an exemplar the one it is', async () => {
    const campaign = await voted('STAYS');
    await campaign.decide(NOMINATION, 'praise', [{ candidate: 'praise-A' }]);
    await campaign.move('2024-03', 'publish');
    await campaign.evaluate('2024-04', { A: 9.5, B: 8 });
    await campaign.open({ period: '2024-04' });
    await campaign.passAll('BC-2024-04-1');
    await campaign.close('BC-2024-04-1');
    const april = await campaign.decide('BC-2024-04-1', 'praise', [{ candidate: 'praise-A' }]);
    expect(april.body).toMatchObject({
      decision: { subjects: [{ exemplar: 'DH-2024-001' }] },
      exemplars: [],
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../../functions/src/domain/app-error.ts';
import * as en from '../../functions/src/messages/en/errors.ts';
import type { ErrorDetails } from '../../functions/src/messages/error-details.ts';
import * as vi from '../../functions/src/messages/vi/errors.ts';

/** With the details each code carries. A new code without its sample does not compile. */
const samples: { readonly [Code in AppErrorCode]: ErrorDetails } = {
  unauthenticated: {},
  identity_unavailable: {},
  forbidden: {},
  malformed: { why: 'cell_address', field: 'cells.origin' },
  too_large: { most: 1_000_000 },
  method_not_allowed: { allowed: 'POST' },
  not_found: { what: 'unit' },
  has_issues: {},
  period_not_open: { period: '2024-03', state: 'closed' },
  period_wrong_state: {
    period: '2024-03',
    state: 'published',
    action: 'close',
    changedBy: 'officer@example.com',
    changedAt: '2024-04-05T18:30:00.000Z',
  },
  period_not_started: { period: '2024-Q2' },
  earlier_period_not_evaluated: { period: '2024-03', earlier: '2024-02' },
  reason_missing: {},
  follows_refused: { follows: 'TD-2023' },
  ballot_key_missing: {},
  council_empty: {},
  nothing_to_vote_on: { period: '2024-03' },
  candidate_not_eligible: { candidate: 'praise-A' },
  evidence_missing: { candidate: 'HT-7K3Q9F' },
  ballot_not_open: { ballot: 'BC-2024-03-1', state: 'voided' },
  ballot_not_closed: { ballot: 'BC-2024-03-1' },
  ballot_void: { ballot: 'BC-2024-03-1' },
  ballot_open: { period: '2024-03' },
  not_in_electorate: {},
  already_voted: {},
  votes_do_not_add_up: { candidate: 'praise-A' },
  minutes_missing: {},
  candidate_not_passed: { candidate: 'praise-A' },
  already_decided: { candidate: 'praise-A', reference: '12/QĐ-BCĐ', signedOn: '2024-04-12' },
  rewarded_by_unit: { candidate: 'reward-DK-7K3Q9F', row: 'BC-7K3Q9F', period: '2024-03' },
  step_missing: { exemplar: 'DH-2024-001', step: 'propagated' },
  decisions_not_set_up: {},
  day_out_of_range: { from: '2024-04-12', to: '2024-04-15' },
  decision_revoked: { reference: '13/QĐ-BCĐ' },
  decision_not_revocable: {},
  conflict: {},
  form_locked: { period: '2024-03', submittedAt: '2024-04-03T07:05:00.000Z' },
  workbook_unknown: { expected: 'office' },
  request_reused: {},
  unavailable: {},
  data_newer: { stored: 3, known: 2 },
  stored_document_unreadable: { path: 'periods/2024-03', field: 'state' },
  internal: {},
};

describe('the sentence of every error', () => {
  it.each(Object.entries(samples) as [AppErrorCode, ErrorDetails][])(
    '%s is whole in both languages, with and without details',
    (code, details) => {
      for (const { explainError } of [vi, en])
        for (const sentence of [explainError(code, details), explainError(code, {})]) {
          expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
          expect(sentence).not.toContain(code);
          expect(sentence).not.toMatch(/undefined|null|\[object|NaN|\(\)| {2}/);
        }
      expect(vi.explainError(code, details)).not.toBe(en.explainError(code, details));
    },
  );

  it('shows people words, not the codes of states and steps', () => {
    expect(vi.explainError('period_wrong_state', samples.period_wrong_state)).toBe(
      'Tháng 03/2024 đang ở bước “đã công bố” nên không thể chốt kỳ (bước gần nhất do officer@example.com thực hiện lúc 01:30 ngày 06/04/2024).',
    );
    expect(en.explainError('period_wrong_state', { period: '2024-03', state: 'none', action: 'close' })).toBe(
      'Period 2024-03 is not open yet, so it cannot be closed.',
    );
    for (const state of ['none', 'closed', 'evaluated', 'voted', 'published'])
      expect(vi.explainError('period_not_open', { period: '2024-W09', state })).toMatch(
        /^Tuần 09\/2024 (?!.*(?:none|closed|evaluated|voted|published)).*\.$/,
      );
  });

  it('says when a form was submitted and how to open it again, and which workbook is meant', () => {
    expect(vi.explainError('form_locked', samples.form_locked)).toBe(
      'Phiếu tháng 03/2024 đã nộp lúc 14:05 ngày 03/04/2024 và đang khóa nên nội dung khác chưa được nhận. Muốn sửa, hãy chọn Thi đua ▸ Mở lại phiếu để sửa, ghi lý do rồi nộp lại.',
    );
    for (const { explainError } of [vi, en]) {
      const said = ['unit', 'office', ''].map((expected) => explainError('workbook_unknown', { expected }));
      expect(new Set(said).size).toBe(3);
    }
  });

  it('names periods of every kind', () => {
    const named = ['2024-03', '2024-W09', '2024-Q2', '2024', 'DOT1', ''].map(
      (period) => vi.explainError('period_not_started', { period }).split(' chưa')[0],
    );
    expect(named).toEqual(['Tháng 03/2024', 'Tuần 09/2024', 'Quý 2/2024', 'Năm 2024', 'Kỳ DOT1', 'Kỳ này']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scoring } from '../../functions/src/domain/campaign/criterion.ts';
import { evaluatePeriod } from '../../functions/src/domain/evaluation/evaluate-period.ts';
import type { PeriodInputs } from '../../functions/src/domain/evaluation/period-inputs.ts';
import { explainUnit } from '../../functions/src/messages/vi/explanation/explanation.ts';
import { DISCIPLINE, entry, inputsByPoints } from '../domain/build/by-points.ts';
import {
  campaignOf,
  criterionOf,
  decimal,
  inputOf,
  inputsOf,
  points,
  type Reported,
  unitOf,
} from '../domain/build/campaign.ts';
import { EXAMPLE } from '../domain/build/example.ts';
import { marchInputs } from '../domain/build/march.ts';

describe('explainUnit', () => {
  it('tells everything that made a unit’s points and place, with the numbers', () => {
    expect(explain(MARCH, 'X2')).toEqual([
      '## Xã Hai – Tháng 03/2024',
      'Trong “Đảng ủy các xã”: hạng 2 trong 4 đơn vị có báo cáo.',
      'Trong Cụm 1: hạng 2 trong 3 đơn vị có báo cáo.',
      'Tổng điểm: 83,5 = 81,5 điểm các tiêu chí + 6 điểm thưởng − 4 điểm trừ.',
      'Điểm thưởng cộng lại được 10, nhưng chỉ tính tối đa 6.',
      'Điểm trừ cộng lại là 5, nhưng chỉ trừ tối đa 4.',
      'Xếp loại: “Hoàn thành tốt”.',
      'Theo điểm: “Hoàn thành tốt”, vì 83,5 điểm đạt mức từ 70 điểm trở lên.',
      'Phiếu được nộp sau hạn.',
      '## Từng tiêu chí',
      'K1 – Tiêu chí K1: báo cáo 20 đảng viên; lũy kế 2 kỳ từ tháng 02/2024: 30 đảng viên (riêng kỳ này 20 đảng viên); chỉ tiêu lũy kế 40 đảng viên (riêng kỳ này 30 đảng viên); 20 × min(30 / 40; 1) = 15 (tối đa 20).',
      'K2 – Tiêu chí K2: báo cáo “Có”; đạt: 10 điểm (tối đa 10).',
      'K3 – Tiêu chí K3: báo cáo 99%; thẩm định 97% (lý do: Trích xuất lại); 97% đạt mức từ 90% trở lên: 5 điểm (tối đa 10).',
      'K4 – Tiêu chí K4: báo cáo 110 triệu đồng; chỉ tiêu 100 triệu đồng; vượt chỉ tiêu: ½ × 30 + ½ × 30 × (110 / 100 − 1) / (120 / 100 − 1) = 22,5 (dẫn đầu cụm là Xã Một: 120 / 100) (tối đa 30).',
      'K5 – Tiêu chí K5: báo cáo 6 cuộc; min(6 × 2; 10) = 10 (tối đa 10).',
      'K6 – Tiêu chí K6: báo cáo 9,5; chấm 9,5 điểm; nhân hệ số 2: 9,5 × 2 = 19 (tối đa 20).',
      'TH – Tiêu chí TH: báo cáo 5; 5 × 2 = 10 (tối đa 10).',
      'TR – Tiêu chí TR: báo cáo 6; max(7 × (-1); -5) = -5 (gồm 1 lần nộp phiếu trễ hạn).',
      'TT – Tiêu chí TT: báo cáo 120 hộ; chỉ để theo dõi, không chấm điểm.',
      '## Theo chân, mũi và nhiệm vụ đột phá',
      'Chân C1 – Xây dựng Đảng: 25/30 điểm.',
      'Chân C2 – Kinh tế: 51,5/60 điểm.',
      'Mũi M1 – Trong sạch: 30/40 điểm.',
      'Mũi M2 – Phát triển: 51,5/60 điểm.',
      'Đột phá DP1 – môi trường đầu tư: 22,5/30 điểm.',
      '## Vì sao xếp hạng này',
      'Trong “Đảng ủy các xã”: đứng sau Xã Một (hạng 1) vì tổng điểm 83,5 so với 105 (so sánh đến 2 số lẻ).',
      'Trong “Đảng ủy các xã”: đứng trên Xã Bốn (hạng 3) vì tổng điểm 83,5 so với 68,11 (so sánh đến 2 số lẻ).',
      'Trong Cụm 1: đứng sau Xã Một (hạng 1) vì tổng điểm 83,5 so với 105 (so sánh đến 2 số lẻ).',
      'Trong Cụm 1: đứng trên Xã Ba (hạng 3) vì tổng điểm 83,5 so với 34 (so sánh đến 2 số lẻ).',
      '## So với kỳ trước',
      'Tháng 02/2024: hạng 1, kỳ này hạng 2 (giảm 1 bậc).',
      'Tổng điểm 96, kỳ này 83,5 (giảm 12,5).',
      'K1: 20 → 15 (giảm 5).',
      'K3: 10 → 5 (giảm 5).',
      'K4: 30 → 22,5 (giảm 7,5).',
      'K5: 8 → 10 (tăng 2).',
      'K6: 18 → 19 (tăng 1).',
      'TH: 0 → 10 (tăng 10).',
      'TR: 0 → -5 (giảm 5).',
    ]);
  });

  it('says how what is not applicable was shared out, and what stands in the way of a recognition', () => {
    expect(explain(MARCH, 'X4')).toEqual([
      '## Xã Bốn – Tháng 03/2024',
      'Trong “Đảng ủy các xã”: hạng 3 trong 4 đơn vị có báo cáo.',
      'Trong Cụm 2: hạng 1 trong 1 đơn vị có báo cáo.',
      'Tổng điểm: 68,1111.',
      'Xếp loại: “Hoàn thành”.',
      'Theo điểm: “Hoàn thành”, vì 68,11 điểm đạt mức từ 50 điểm trở lên.',
      '## Từng tiêu chí',
      'K1 – Tiêu chí K1: báo cáo 2 đảng viên; lũy kế từ tháng 03/2024: 2 đảng viên; chỉ tiêu 3 đảng viên; 20 × min(2 / 3; 1) ≈ 13,3333; quy đổi × 40 / 30 ≈ 17,7778 (tối đa 26,6667).',
      'K2 – Tiêu chí K2: báo cáo “Có”; đạt: 10 điểm; quy đổi × 40 / 30 ≈ 13,3333 (tối đa 13,3333).',
      'K3 – Tiêu chí K3: không áp dụng, điểm tối đa được chia cho các tiêu chí còn lại.',
      'K4 – Tiêu chí K4: báo cáo 100 triệu đồng; chỉ tiêu 100 triệu đồng; đúng chỉ tiêu: ½ × 30 = 15 (tối đa 30).',
      'K5 – Tiêu chí K5: báo cáo 4 cuộc; 4 × 2 = 8 (tối đa 10).',
      'K6 – Tiêu chí K6: báo cáo 7; chấm 7 điểm; nhân hệ số 2: 7 × 2 = 14 (tối đa 20).',
      'TH – Tiêu chí TH: không có, tính 0 điểm.',
      'TR – Tiêu chí TR: không có, tính 0 điểm.',
      'TT – Tiêu chí TT: không có số liệu; chỉ để theo dõi, không chấm điểm.',
      '## Cộng theo nhóm',
      'Nhóm M1 – Trong sạch: 31,1111/40 điểm (phần áp dụng có tối đa 30 điểm, được quy đổi về 40 để không bị thiệt, cũng không được lợi).',
      '## Theo chân, mũi và nhiệm vụ đột phá',
      'Chân C1 – Xây dựng Đảng: 31,1111/40 điểm.',
      'Chân C2 – Kinh tế: 37/60 điểm.',
      'Mũi M1 – Trong sạch: 31,1111/40 điểm.',
      'Mũi M2 – Phát triển: 37/60 điểm.',
      'Đột phá DP1 – môi trường đầu tư: 15/30 điểm.',
      '## Vì sao xếp hạng này',
      'Trong “Đảng ủy các xã”: đứng sau Xã Hai (hạng 2) vì tổng điểm 68,11 so với 83,5 (so sánh đến 2 số lẻ).',
      'Trong “Đảng ủy các xã”: đứng trên Xã Ba (hạng 4) vì tổng điểm 68,11 so với 34 (so sánh đến 2 số lẻ).',
      'Trong Cụm 2: không đơn vị nào đứng trên.',
      'Trong Cụm 2: không đơn vị nào đứng dưới.',
      '## Ghi nhận',
      'Không được biểu dương “Dẫn đầu cụm” (Cụm 2): xếp loại “Hoàn thành”, thấp hơn yêu cầu “Hoàn thành tốt”.',
      '## So với kỳ trước',
      'Tháng 02/2024: đơn vị chưa báo cáo.',
    ]);
  });

  it('tells a unit that sent nothing that this is no zero, and what it can do', () => {
    expect(explain(MARCH, 'X6')).toEqual([
      '## Xã Sáu – Tháng 03/2024',
      'Chưa báo cáo: đơn vị chưa gửi phiếu của kỳ này nên chưa có điểm và chưa có hạng. Chưa báo cáo không phải là 0 điểm.',
      'Kỳ này 4 đơn vị của “Đảng ủy các xã” có báo cáo, trong đó 1 đơn vị của Cụm 2.',
      'Khi kỳ đã chốt, phiếu chỉ được nhận nếu cán bộ thi đua khen thưởng mở lại kỳ và ghi rõ lý do.',
    ]);
  });

  it('says which gate was raised, by what, and what it costs', () => {
    expect(explain(MARCH, 'X3')).toContain(
      'Có vi phạm kỷ luật (G1): do tiêu chí K2 (Tiêu chí K2); vì vậy xếp loại cao nhất là “Hoàn thành”, không được xét biểu dương, khen thưởng. Đơn vị vẫn được xếp hạng.',
    );
  });

  it.each<[string, Scoring, Reported, string]>([
    [
      'percent',
      { kind: 'percent', basis: 'period' },
      [18, 20],
      'báo cáo 18 cuộc; chỉ tiêu 20 cuộc; 10 × min(18 / 20; 1) = 9 (tối đa 10)',
    ],
    [
      'percent, rounded',
      { kind: 'percent', basis: 'period' },
      [1, 3],
      'báo cáo 1 cuộc; chỉ tiêu 3 cuộc; 10 × min(1 / 3; 1) ≈ 3,3333 (tối đa 10)',
    ],
    [
      'percent, met',
      { kind: 'percent', basis: 'period' },
      [30, 20],
      'báo cáo 30 cuộc; chỉ tiêu 20 cuộc; 10 × min(30 / 20; 1) = 10 (tối đa 10)',
    ],
    [
      'percent, too little',
      { kind: 'percent', basis: 'period', minimumRatio: decimal('0.5') },
      [8, 20],
      'báo cáo 8 cuộc; chỉ tiêu 20 cuộc; 8 / 20 = 40%, dưới mức tối thiểu 50%: 0 điểm (tối đa 10)',
    ],
    [
      'year’s target',
      { kind: 'percent', basis: 'cumulative', yearTarget: true, target: decimal(1200) },
      600,
      'báo cáo 600 cuộc; lũy kế từ tháng 03/2024: 600 cuộc; chỉ tiêu cả năm 1.200 cuộc; 10 × min(600 / 1.200; 1) = 5 (tối đa 10)',
    ],
    [
      'tiers of a ratio',
      {
        kind: 'tiered',
        of: 'ratio',
        direction: 'at_least',
        basis: 'period',
        tiers: [{ limit: decimal(80), micropoints: points(7) }],
        otherwise: points(0),
      },
      [9, 10],
      'báo cáo 9 cuộc; chỉ tiêu 10 cuộc; 9 / 10 = 90% đạt mức từ 80% trở lên: 7 điểm (tối đa 10)',
    ],
    [
      'tiers, less is better',
      {
        kind: 'tiered',
        of: 'value',
        direction: 'at_most',
        basis: 'period',
        tiers: [{ limit: decimal(2), micropoints: points(6) }],
        otherwise: points(1),
      },
      3,
      'báo cáo 3 cuộc; 3 cuộc chưa đạt mức nào: 1 điểm (tối đa 10)',
    ],
    [
      'count',
      { kind: 'count', micropointsEach: points('0.5') },
      3,
      'báo cáo 3 cuộc; 3 × 0,5 = 1,5 (tối đa 10)',
    ],
    ['direct', { kind: 'direct' }, '8.5', 'báo cáo 8,5 cuộc; chấm 8,5 điểm (tối đa 10)'],
    ['no', { kind: 'yes_no' }, false, 'báo cáo “Không”; không đạt: 0 điểm (tối đa 10)'],
    ['blank', { kind: 'direct' }, undefined, 'chưa có số liệu, tính 0 điểm (tối đa 10)'],
    ['zero is not blank', { kind: 'direct' }, 0, 'báo cáo 0 cuộc; chấm 0 điểm (tối đa 10)'],
    [
      'no target',
      { kind: 'percent', basis: 'period' },
      5,
      'báo cáo 5 cuộc; chưa có chỉ tiêu lớn hơn 0, tính 0 điểm (tối đa 10)',
    ],
    [
      'not applicable',
      { kind: 'direct' },
      null,
      'báo cáo “Không áp dụng”; không áp dụng, điểm tối đa được chia cho các tiêu chí còn lại',
    ],
    [
      'leader',
      { kind: 'peer_relative', scope: 'track', basis: 'period' },
      [12, 10],
      'báo cáo 12 cuộc; chỉ tiêu 10 cuộc; dẫn đầu toàn đối tượng thi đua (12 / 10 = 120% chỉ tiêu): được trọn 10 điểm (tối đa 10)',
    ],
  ])('works the formula of %s', (_name, scoring, reported, expected) => {
    const campaign = campaignOf({
      units: [unitOf('A')],
      criteria: [
        criterionOf('K', scoring, { name: 'Số cuộc', measure: 'cuộc' }),
        criterionOf('Z', { kind: 'direct' }),
      ],
    });
    const inputs = inputsOf(campaign, [inputOf('A', { K: reported, Z: 10 })]);
    expect(explain(inputs, 'A')).toContain(`K – Số cuộc: ${expected}.`);
  });

  it('says what the quota did, also inside a tie, and who shares a place', () => {
    const quotas = [
      { grade: 'XS', ratio: decimal('0.5'), scope: 'track', rounding: 'floor', tieAtCut: 'nobody' },
    ] as const;
    const lines = explainByPoints(
      [entry('A', 99), entry('B', 98), entry('C', 98), entry('D', 97)],
      { quotas },
      'B',
    );
    expect(lines).toContain('Xếp loại: “Tốt”.');
    expect(lines).toContain('Theo điểm: “Xuất sắc”, vì 98 điểm đạt mức từ 90 điểm trở lên.');
    expect(lines).toContain(
      'Loại “Xuất sắc” của “Xã” chỉ có 2 suất (tính trên 4 đơn vị) cho 4 đơn vị đủ điều kiện; đơn vị này không có suất nên xuống một loại. Ranh giới rơi vào các đơn vị bằng nhau (Xã B, Xã C) nên không đơn vị nào trong số này được giữ.',
    );
    expect(lines).toContain('Trong “Xã”: hạng 2 trong 4 đơn vị có báo cáo, đồng hạng với Xã C.');
    expect(lines).toContain(
      'Trong “Xã”: đồng hạng vì bằng nhau ở tổng điểm và mọi tiêu chí phụ khi so sánh.',
    );
  });

  it('does not speak of a quota that cost nobody anything', () => {
    const quotas = [
      { grade: 'XS', ratio: decimal('1'), scope: 'track', rounding: 'floor', tieAtCut: 'nobody' },
    ] as const;
    const lines = explainByPoints([entry('A', 99), entry('B', 98)], { quotas }, 'A');
    expect(lines.filter((line) => line.includes('suất'))).toEqual([]);
  });

  it('names the key that decided where the points did not', () => {
    const ranking = {
      leading: 'points',
      places: 'competition',
      tieBreaks: [{ key: 'value:I', order: 'descending' }],
    } as const;
    const lines = explainByPoints([entry('A', 99, { info: 2.5 }), entry('B', 99)], { ranking }, 'B');
    expect(lines).toContain(
      'Trong “Xã”: đứng sau Xã A (hạng 1) vì các mức xét trước bằng nhau, số liệu tiêu chí I (Tiêu chí I) không có so với 2,5.',
    );
  });

  it('gives the reasons for a recognition, and for being passed over', () => {
    const recognitions = [
      { code: 'R', name: 'Dẫn đầu', outcome: 'praise', scope: 'track', first: 1, tieAtCut: 'nobody' },
    ] as const;
    const entries = [entry('A', 99, { violations: 1 }), entry('B', 98)];
    const settings = { gates: [DISCIPLINE], recognitions };
    expect(explainByPoints(entries, settings, 'A')).toContain(
      'Không được biểu dương “Dẫn đầu” (Xã): vướng điều kiện “Có kỷ luật” do tiêu chí V (Tiêu chí V).',
    );
    expect(explainByPoints(entries, settings, 'B')).toContain(
      'Được biểu dương “Dẫn đầu” (Xã): hạng 2, được xét vào 1 suất vì có đơn vị xếp trên không đủ điều kiện.',
    );
  });

  it('says where a cap on graded points was used', () => {
    const lines = explainByPoints([entry('A', 107)], { totals: { gradedUpTo: points(100) } }, 'A');
    expect(lines).toContain(
      'Theo điểm: “Xuất sắc”, vì 100 điểm đạt mức từ 90 điểm trở lên (khi xếp loại chỉ tính đến 100 điểm).',
    );
  });

  it('has no code of a state, no undefined and no point for a comma in any line', () => {
    const forms = fc.record({
      K1: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 })),
      K2: fc.option(fc.boolean()),
      K3: fc.constantFrom(null, undefined, 0, 97.5, 100),
      K4: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 2 })),
      K5: fc.constantFrom(0, 3, 9),
      K6: fc.constantFrom(0, 7.5),
      TH: fc.constantFrom(undefined, 0, 4),
      TR: fc.constantFrom(undefined, 0, 9),
    });
    fc.assert(
      fc.property(fc.array(forms, { minLength: 1, maxLength: 6 }), (some) => {
        const inputs = inputsOf(
          EXAMPLE,
          some.map((form, i) => inputOf(`X${i + 1}`, form)),
        );
        const result = evaluatePeriod(inputs);
        for (const unit of result.units)
          for (const { text } of explainUnit(unit, inputs.rules, result)) {
            expect(text).not.toMatch(/undefined|NaN|not_|_reported|\d\.\d(?!\d\d)|\bnull\b/);
            expect(text).toBe(text.normalize('NFC'));
          }
      }),
      { numRuns: 40 },
    );
  });
});

const MARCH = marchInputs([inputOf('X4', { K1: [2, 3], K2: true, K4: [100, 100], K5: 4, K6: 7 })]);

/** The lines as one reads them; headings begin with ##. */
function explain(inputs: PeriodInputs, unitId: string): readonly string[] {
  const result = evaluatePeriod(inputs);
  const unit = result.units.find((each) => each.unitId === unitId)!;
  return explainUnit(unit, inputs.rules, result).map(({ kind, text }) =>
    kind === 'heading' ? `## ${text}` : text,
  );
}

function explainByPoints(
  entries: Parameters<typeof inputsByPoints>[0],
  settings: Parameters<typeof inputsByPoints>[1],
  unitId: string,
): readonly string[] {
  return explain(inputsByPoints(entries, settings), unitId);
}

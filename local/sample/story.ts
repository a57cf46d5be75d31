import type { CellValue } from '../../functions/src/domain/form/form.ts';

/**
 * What goes differently in the sample's months. Everybody else fills the form, hands it in on time and is agreed
 * with. The names of units and criteria are those of examples/ba-tri-2024.
 */
export const PUBLISHED_PERIODS = ['2024-01', '2024-02', '2024-03'] as const;
/** The month that people go on with: half of what happens in it is theirs to do. */
export const OPEN_PERIOD = '2024-04';
/** When the sample hands the office over to people: on the fourth of the five days for April's forms. */
export const READY_AT = new Date('2024-05-04T08:00:00+07:00');
/** Whom the tour plays: the editors of two communes that have not sent April's form, and one of each other kind. */
export const FEATURED: readonly string[] = [
  'x29125@ba-tri.example',
  'x29179@ba-tri.example',
  'can-bo-1@ba-tri.example',
  'hoi-dong-1@ba-tri.example',
  'lanh-dao-1@ba-tri.example',
];
export type SamplePeriod = (typeof PUBLISHED_PERIODS)[number] | typeof OPEN_PERIOD;

/** Cells typed instead of the generated ones, by criterion. */
type Typed = Readonly<Record<string, CellValue>>;

export interface Twist {
  readonly unitId: string;
  /** On the third day of the window unless it says otherwise. */
  readonly sends: 'on_time' | 'late' | 'never' | 'filled_only';
  /** First typed so, and sent; then mended if there is something to mend with. */
  readonly typed?: Typed;
  readonly mended?: Typed;
  /** Every figure meets its target exactly. */
  readonly exact?: true;
}

export interface SampleAppraisal {
  readonly unitId: string;
  readonly criterion: string;
  readonly appraised: CellValue;
  readonly note: string;
}

export interface OfficeDays {
  readonly collect: number;
  readonly appraise: number;
  readonly close: number;
  readonly evaluate: number;
  readonly publish: number;
}
export const OFFICE_DAYS: OfficeDays = { collect: 8, appraise: 9, close: 10, evaluate: 11, publish: 16 };

export interface SampleMonth {
  /** On which days after the month's last one the office does its part; OFFICE_DAYS unless it says otherwise. */
  readonly officeDays?: OfficeDays;
  /** Forms that are on time came in until so many days after the month's last one; 5 unless it says otherwise. */
  readonly formsUntilDay?: number;
  readonly twists: readonly Twist[];
  readonly appraisals: readonly SampleAppraisal[];
  /** Sent, and opened again to be corrected; not sent anew. */
  readonly unlocked?: { readonly unitId: string; readonly reason: string };
  /** After publication a late fact comes up: the period is reopened with this reason, and this unit sends again. */
  readonly correction?: { readonly reason: string; readonly unitId: string; readonly typed: Typed };
}

export const STORY: Readonly<Record<SamplePeriod, SampleMonth>> = {
  '2024-01': {
    // Tết: offices were closed from 8 to 14 February, and the campaign was launched on the 15th.
    officeDays: { collect: 15, appraise: 15, close: 15, evaluate: 16, publish: 20 },
    twists: [
      { unitId: 'X29161', sends: 'on_time', exact: true },
      { unitId: 'X29164', sends: 'on_time', exact: true },
      { unitId: 'X29155', sends: 'late' },
      { unitId: 'X29128', sends: 'on_time', typed: { 'XA-M1-02': 'gần đủ' }, mended: { 'XA-M1-02': 96 } },
      { unitId: 'X29173', sends: 'on_time', typed: { 'XA-M3-03': 12 }, mended: { 'XA-M3-03': 9.5 } },
      { unitId: 'X29176', sends: 'filled_only' },
      { unitId: 'TTH', sends: 'never' },
    ],
    appraisals: [
      { unitId: 'BTC', criterion: 'CQ-M1-01', appraised: 10.5, note: 'Thiếu biên bản sinh hoạt chi bộ kỳ 2' },
      { unitId: 'X29119', criterion: 'XA-M3-03', appraised: 8, note: 'Danh sách hộ hiến đất trùng hai hộ' },
    ],
  },
  '2024-02': {
    twists: [
      { unitId: 'X29161', sends: 'on_time', exact: true },
      { unitId: 'X29164', sends: 'on_time', exact: true },
      { unitId: 'X29122', sends: 'on_time', typed: { 'XA-M1-04': 'Không' } },
      { unitId: 'PTP', sends: 'late' },
      { unitId: 'HCCB', sends: 'on_time', typed: { 'CQ-M2-02': null }, mended: { 'CQ-M2-02': 97 } },
      { unitId: 'X29170', sends: 'on_time', typed: { 'XA-M2-02': -1 } },
      { unitId: 'LDLD', sends: 'filled_only' },
    ],
    appraisals: [
      { unitId: 'X29161', criterion: 'XA-M2-04', appraised: 160, note: 'Chỉ tính vốn đã nghiệm thu' },
      { unitId: 'PNN', criterion: 'CQ-M2-05', appraised: 3, note: 'Một nội dung tham mưu chưa có kết quả' },
    ],
    correction: {
      reason: 'Kho bạc điều chỉnh số thu ngân sách của xã Bảo Thạnh sau ngày công bố',
      unitId: 'X29125',
      typed: { 'XA-M2-01': 212 },
    },
  },
  '2024-03': {
    twists: [
      { unitId: 'X29161', sends: 'on_time', exact: true },
      { unitId: 'X29167', sends: 'on_time', exact: true, typed: { 'XA-TH-01': 3 } },
      { unitId: 'X29164', sends: 'on_time', exact: true },
      { unitId: 'PTCKH', sends: 'on_time', exact: true },
      { unitId: 'PNN', sends: 'on_time', exact: true },
      { unitId: 'CAH', sends: 'on_time', exact: true, typed: { 'CQ-M1-03': 'Không' } },
      { unitId: 'X29113', sends: 'late' },
      {
        unitId: 'X29137',
        sends: 'on_time',
        typed: { 'XA-M1-02': '9O', 'XA-M3-01': 'nhiều', 'XA-M3-03': 10.25 },
      },
      {
        unitId: 'BDV',
        sends: 'on_time',
        typed: { 'CQ-M3-01': null, 'CQ-M3-03': '#REF!' },
        mended: { 'CQ-M3-01': 7, 'CQ-M3-03': 98 },
      },
      { unitId: 'X29152', sends: 'filled_only' },
      { unitId: 'HND', sends: 'filled_only', typed: { 'CQ-M1-01': 13 } },
      { unitId: 'TTCT', sends: 'never' },
      { unitId: 'X29176', sends: 'never' },
    ],
    appraisals: [
      {
        unitId: 'X29110',
        criterion: 'XA-M3-03',
        appraised: 7.5,
        note: 'Ba hộ chưa bàn giao mặt bằng trong tháng',
      },
      {
        unitId: 'X29146',
        criterion: 'XA-M1-03',
        appraised: 94,
        note: 'Theo trích xuất hệ thống một cửa ngày 07/4',
      },
      { unitId: 'HPN', criterion: 'CQ-M3-02', appraised: 5, note: 'Hai điển hình chưa có phiếu đăng ký' },
      {
        unitId: 'VPUB',
        criterion: 'CQ-M2-04',
        appraised: 'Không áp dụng',
        note: 'Trong tháng không phát sinh hồ sơ',
      },
      {
        unitId: 'X29167',
        criterion: 'XA-M1-04',
        appraised: 'Không',
        note: 'Một đảng viên bị khiển trách ngày 19/3',
      },
      {
        unitId: 'UBKT',
        criterion: 'CQ-TR-02',
        appraised: 1,
        note: 'Đơn thư tố cáo đúng, kết luận ngày 26/3',
      },
    ],
  },
  '2024-04': {
    formsUntilDay: 3,
    twists: [
      // Whom a visitor plays: x29179@…, x29125@…, and hai-don-vi@…, who has two forms to send.
      { unitId: 'X29179', sends: 'never' },
      { unitId: 'X29125', sends: 'never' },
      { unitId: 'X29119', sends: 'never' },
      { unitId: 'TTH', sends: 'never' },
      { unitId: 'BCHQS', sends: 'never' },
      { unitId: 'X29170', sends: 'filled_only' },
      { unitId: 'PVHTT', sends: 'filled_only' },
      { unitId: 'HPN', sends: 'filled_only', typed: { 'CQ-M3-01': null } },
      {
        unitId: 'X29134',
        sends: 'on_time',
        typed: { 'XA-M1-02': '9O', 'XA-M2-02': -1, 'XA-M3-03': 12 },
      },
    ],
    appraisals: [],
    unlocked: { unitId: 'X29146', reason: 'Bổ sung hai hộ hiến đất có biên bản ngày 29/4' },
  },
};

const COLUMNS = [
  'unit_id',
  'criterion',
  'reported',
  'target',
  'appraised',
  'note',
  'appraisal_note',
  'period',
  'late',
] as const;
export type Column = (typeof COLUMNS)[number];

/** As officers head these columns; without marks too, for files that lost them. */
const ALIASES: Readonly<Record<Column, readonly string[]>> = {
  unit_id: ['unit', 'unit id', 'mã đơn vị', 'ma don vi', 'ma_don_vi', 'đơn vị', 'don vi', 'don_vi'],
  criterion: [
    'criterion code',
    'criterion_code',
    'code',
    'mã tiêu chí',
    'ma tieu chi',
    'ma_tieu_chi',
    'tiêu chí',
    'tieu chi',
    'tieu_chi',
  ],
  reported: [
    'value',
    'kết quả',
    'ket qua',
    'ket_qua',
    'kết quả / tự chấm',
    'tự chấm',
    'tu cham',
    'tu_cham',
    'báo cáo',
    'bao cao',
    'bao_cao',
    'số liệu',
    'so lieu',
    'so_lieu',
  ],
  target: ['chỉ tiêu', 'chi tieu', 'chi_tieu', 'kế hoạch', 'ke hoach', 'ke_hoach'],
  appraised: ['thẩm định', 'tham dinh', 'tham_dinh', 'kết quả thẩm định', 'điểm thẩm định'],
  note: ['notes', 'ghi chú', 'ghi chu', 'ghi_chu'],
  appraisal_note: [
    'appraisal note',
    'ý kiến thẩm định',
    'y kien tham dinh',
    'lý do thẩm định',
    'ghi chú thẩm định',
    'ghi chu tham dinh',
    'ghi_chu_tham_dinh',
  ],
  period: ['kỳ', 'ky', 'tháng', 'thang', 'month'],
  late: ['trễ hạn', 'tre han', 'tre_han', 'nộp trễ', 'nop tre', 'nop_tre', 'trễ'],
};

/** The file's columns, as readTable takes them. */
export const SHAPE = {
  required: ['unit_id', 'criterion', 'reported'],
  known: COLUMNS,
  numbers: ['reported', 'target', 'appraised'],
  aliases: Object.fromEntries(
    COLUMNS.flatMap((column) => ALIASES[column].map((alias) => [alias.normalize('NFC'), column])),
  ),
} as const;

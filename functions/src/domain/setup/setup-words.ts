import type { ScoringKind } from '../campaign/criterion.ts';

/** How people choose a criterion's method. */
export const METHOD_WORDS: Readonly<Record<ScoringKind, string>> = {
  direct: 'chấm trực tiếp',
  percent: 'theo tỷ lệ đạt chỉ tiêu',
  tiered: 'theo bậc',
  yes_no: 'có hoặc không',
  count: 'theo số lần',
  peer_relative: 'so với đơn vị dẫn đầu',
  bonus: 'điểm thưởng',
  deduction: 'điểm trừ',
  information: 'thông tin, không chấm',
};

/** How people write a member's roles. */
export const ROLE_WORDS = {
  admin: 'quản trị viên',
  officer: 'cán bộ thi đua khen thưởng',
  council_member: 'thành viên hội đồng',
  leader: 'lãnh đạo',
  unit_editor: 'cán bộ đơn vị',
} as const;

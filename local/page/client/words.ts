import type { HomeWorkbook } from '../home.ts';
import type { PageRole } from '../options.ts';

/** Vietnamese first, English beside it. */
export interface Word {
  readonly vi: string;
  readonly en: string;
}

export const ROLES: Readonly<Record<PageRole, Word>> = {
  unit_editor: { vi: 'Cán bộ đơn vị', en: 'Unit editor' },
  officer: { vi: 'Cán bộ thi đua', en: 'Officer' },
  council_member: { vi: 'Thành viên hội đồng', en: 'Council member' },
  leader: { vi: 'Lãnh đạo', en: 'Leader' },
  admin: { vi: 'Quản trị', en: 'Administrator' },
};

/** What somebody in the role comes here for. */
export const ERRANDS: Readonly<Record<PageRole, Word>> = {
  unit_editor: {
    vi: 'Điền phiếu, kiểm tra, nộp; xem kết quả của đơn vị',
    en: 'Fill, check and submit the form',
  },
  officer: {
    vi: 'Thu phiếu, thẩm định, chốt, đánh giá, công bố',
    en: 'Collect, appraise, evaluate, publish',
  },
  council_member: { vi: 'Bỏ phiếu bình chọn, bình xét; xem bảng tổng hợp', en: 'Vote; read the summary' },
  leader: { vi: 'Xem bảng tổng hợp và biểu đồ', en: 'Read the summary and its charts' },
  admin: { vi: 'Cấu hình phong trào, lập sổ', en: 'Set the campaign up' },
};

export const KINDS: Readonly<Record<HomeWorkbook['kind'], Word>> = {
  unit: { vi: 'Sổ thi đua', en: 'Unit workbooks' },
  office: { vi: 'Điều hành', en: 'Office workbook' },
  summary: { vi: 'Tổng hợp', en: 'Summary' },
  other: { vi: 'Sổ khác', en: 'Other workbooks' },
};

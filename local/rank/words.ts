import type { Language } from './arguments.ts';

/** The words of the table, in both languages. */
export interface Words {
  readonly decimalMark: ',' | '.';
  readonly place: string;
  readonly unit: string;
  readonly cluster: string;
  readonly points: string;
  readonly grade: string;
  readonly recognised: string;
  readonly gates: string;
  readonly late: string;
  readonly notReported: (names: readonly string[]) => string;
  readonly nobodyRanked: string;
  readonly quotas: string;
  readonly recognitions: string;
  readonly quarterToDate: string;
  readonly yearToDate: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  vi: {
    decimalMark: ',',
    place: 'Hạng',
    unit: 'Đơn vị',
    cluster: 'Cụm, khối',
    points: 'Điểm',
    grade: 'Xếp loại',
    recognised: 'Ghi nhận',
    gates: 'Điều kiện khống chế',
    late: 'nộp trễ',
    notReported: (names) => `Chưa báo cáo (${names.length}): ${names.join('; ')}.`,
    nobodyRanked: 'Chưa đơn vị nào báo cáo.',
    quotas: 'Tỷ lệ khống chế',
    recognitions: 'Ghi nhận',
    quarterToDate: 'Lũy kế từ đầu quý',
    yearToDate: 'Lũy kế từ đầu năm',
  },
  en: {
    decimalMark: '.',
    place: 'Place',
    unit: 'Unit',
    cluster: 'Cluster',
    points: 'Points',
    grade: 'Grade',
    recognised: 'Recognised',
    gates: 'Gates',
    late: 'late',
    notReported: (names) => `Not reported (${names.length}): ${names.join('; ')}.`,
    nobodyRanked: 'No unit has reported.',
    quotas: 'Quotas',
    recognitions: 'Recognitions',
    quarterToDate: 'Quarter to date',
    yearToDate: 'Year to date',
  },
};

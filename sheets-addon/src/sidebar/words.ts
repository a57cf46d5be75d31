/** The few words that the page itself says; all others come from the script. */
export interface PageWords {
  readonly working: string;
  readonly stillWorking: (seconds: number) => string;
  readonly lost: string;
  readonly again: string;
  readonly trouble: string;
  readonly acting: string;
  readonly unverified: string;
  readonly unknownAccount: string;
  readonly otherLanguage: string;
  readonly otherLanguageLabel: string;
  readonly required: string;
  readonly chooseOne: string;
  readonly countWrong: string;
  readonly search: string;
  readonly noUnits: string;
  readonly showMore: (count: number) => string;
  readonly shown: (shown: number, all: number) => string;
}

const vi: PageWords = {
  working: 'Đang làm…',
  stillWorking: (seconds) => `Vẫn đang chờ câu trả lời (${seconds} giây)…`,
  lost: 'Chưa nhận được câu trả lời từ Google. Dữ liệu trong trang tính vẫn nguyên; hãy kiểm tra mạng rồi thử lại. Làm lại không bị trùng.',
  again: 'Thử lại',
  trouble: 'Chưa làm được',
  acting: 'Đang làm việc với tài khoản',
  unverified: 'Tài khoản này chưa được xác nhận',
  unknownAccount: 'Chưa xác nhận được tài khoản',
  otherLanguage: 'English',
  otherLanguageLabel: 'English: show this sidebar in English',
  required: 'Hãy ghi nội dung này.',
  chooseOne: 'Hãy chọn ở mục này.',
  countWrong: 'Hãy ghi số nguyên, từ 0 trở lên.',
  search: 'Tìm đơn vị',
  noUnits: 'Không có đơn vị nào như vậy.',
  showMore: (count) => `Hiện thêm ${count} đơn vị`,
  shown: (shown, all) => `${shown} trong ${all} đơn vị`,
};

const en: PageWords = {
  working: 'Working…',
  stillWorking: (seconds) => `Still waiting for the answer (${seconds} s)…`,
  lost: 'No answer from Google yet. The spreadsheet is untouched; check the network and try again. Nothing is done twice.',
  again: 'Try again',
  trouble: 'This could not be done',
  acting: 'Working as',
  unverified: 'This account is not verified',
  unknownAccount: 'Account not verified yet',
  otherLanguage: 'Tiếng Việt',
  otherLanguageLabel: 'Tiếng Việt: hiện bảng này bằng tiếng Việt',
  required: 'Please fill this in.',
  chooseOne: 'Please choose here.',
  countWrong: 'Write whole numbers, 0 or more.',
  search: 'Find a unit',
  noUnits: 'There is no such unit.',
  showMore: (count) => `Show ${count} more`,
  shown: (shown, all) => `${shown} of ${all} units`,
};

export type Language = 'vi' | 'en';

export const pageWords = (language: Language): PageWords => (language === 'en' ? en : vi);

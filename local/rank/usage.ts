import type { Language } from './arguments.ts';

/** What --help prints, and what follows the one line about wrong arguments. */
export const USAGE: Readonly<Record<Language, string>> = {
  vi: `Xếp hạng một kỳ chỉ từ các tệp, không cần máy chủ hay tài khoản.

  npm run rank -- --campaign THƯ_MỤC --submissions TỆP.csv --period 2024-03
                  [--format table|csv|json] [--explain ĐƠN_VỊ] [--lang vi|en]

  --campaign     thư mục của cao điểm: campaign.json, criteria.csv, units*.csv… (xem docs/campaign.md)
  --submissions  tệp CSV, mỗi dòng một đơn vị và một tiêu chí: unit_id, criterion, reported, target,
                 appraised, note, appraisal_note; thêm period khi có nhiều kỳ, late khi nộp trễ
  --period       kỳ cần xếp hạng; các kỳ trước trong tệp được đánh giá trước, theo thứ tự
  --format       table (mặc định), csv hoặc json; muốn ghi vào tệp thì dùng npm run -s rank
  --explain      chỉ in lời giải thích vì sao một đơn vị có điểm và hạng ấy
  --lang         tiếng của thông báo: vi (mặc định) hoặc en

Mã kết thúc: 0 đã xếp hạng; 1 tệp có lỗi cần sửa, được kể ra hết; 2 tham số sai.`,
  en: `Ranks one period from files alone: no server, no account.

  npm run rank -- --campaign DIR --submissions FILE.csv --period 2024-03
                  [--format table|csv|json] [--explain UNIT] [--lang vi|en]

  --campaign     the campaign's folder: campaign.json, criteria.csv, units*.csv… (see docs/campaign.md)
  --submissions  a CSV file, one row per unit and criterion: unit_id, criterion, reported, target,
                 appraised, note, appraisal_note; period where there are several, late for late forms
  --period       the period to rank; earlier periods in the file are evaluated first, in their order
  --format       table (default), csv or json; to write a file use npm run -s rank
  --explain      print only why one unit has its points and its place
  --lang         language of the messages: vi (default) or en

Exit code: 0 ranked; 1 the files have problems, all of them listed; 2 wrong arguments.`,
};

import { NO, YES } from '../form/answer-text.ts';
import type { FormColumn, FormDeclaration } from '../form/form.ts';
import { METHOD_WORDS } from './setup-words.ts';

/** The tabs of the office's workbook that hold the campaign's configuration, each one of the campaign's files. */
export type SetupFormId = 'settings' | 'criteria' | 'units' | 'targets' | 'members';

/** A column's key is the column's name in the file. */
export type SetupForm = FormDeclaration & { readonly id: SetupFormId; readonly purpose: string };

const FROM: FormColumn = {
  key: 'valid_from',
  header: 'Từ ngày',
  kind: 'day',
  entry: 'filled',
  help: 'Ngày đầu tiên có hiệu lực; để trống là từ đầu. Một kỳ theo những gì có hiệu lực vào ngày cuối của kỳ.',
  widthPixels: 100,
};
const TO: FormColumn = {
  key: 'valid_to',
  header: 'Đến ngày',
  kind: 'day',
  entry: 'filled',
  help: 'Ngày cuối cùng còn hiệu lực; để trống là không có hạn. Muốn đổi từ một ngày: ghi ngày này ở dòng cũ và thêm dòng mới.',
  widthPixels: 100,
};
const TRACK: FormColumn = {
  key: 'track',
  header: 'Đối tượng',
  kind: 'text',
  entry: 'filled',
  help: 'Mã đối tượng, như ở tab Thiết lập; để trống nếu chỉ có một.',
  widthPixels: 90,
};

const text = (key: string, header: string, widthPixels: number, help: string): FormColumn => ({
  key,
  header,
  kind: 'text',
  entry: 'filled',
  help,
  widthPixels,
});

const settings: SetupForm = {
  id: 'settings',
  tab: 'Thiết lập',
  purpose: 'Mỗi dòng một thiết lập: tên và lịch, đối tượng, xếp loại, khống chế, xếp hạng, ghi nhận, …',
  mostRows: 5000,
  columns: [
    text('section', 'Mục', 180, 'Phần của cấu hình, chọn trong danh sách.'),
    {
      ...TRACK,
      help: 'Mã đối tượng mà dòng này nói tới; để trống là cho mọi đối tượng. Thiết lập riêng thắng thiết lập chung.',
    },
    text('code', 'Mã', 100, 'Mã của mức xếp loại, điều kiện, hình thức, … mà dòng này nói tới.'),
    text('key', 'Khóa', 260, 'Thiết lập nào của mục.'),
    {
      key: 'value',
      header: 'Giá trị',
      kind: 'answer',
      entry: 'filled',
      help: 'Nhiều giá trị cách nhau bằng dấu chấm phẩy, hoặc mỗi giá trị một dòng trong ô.',
      widthPixels: 420,
    },
    { ...FROM, help: 'Ngày đầu tiên có hiệu lực. Cùng một mục, dòng có ngày bắt đầu sau thay dòng trước.' },
    TO,
  ],
};

const criteria: SetupForm = {
  id: 'criteria',
  tab: 'Tiêu chí',
  purpose: 'Mỗi dòng một tiêu chí. Tiêu chí đổi từ một ngày thì có hai dòng cùng mã, nối tiếp nhau về ngày.',
  mostRows: 5000,
  columns: [
    TRACK,
    text('code', 'Mã tiêu chí', 110, 'Chữ không dấu, số, dấu - . _ ở giữa.'),
    text('name_vi', 'Tiêu chí', 380, 'Nội dung tiêu chí như người nộp phiếu đọc.'),
    text('prong', 'Mũi', 80, 'Mã mũi.'),
    text('leg', 'Chân', 80, 'Mã chân.'),
    text('breakthrough', 'Đột phá', 100, 'Mã nhiệm vụ đột phá; nhiều mã cách nhau bằng dấu chấm phẩy.'),
    text('group', 'Nhóm', 80, 'Mã nhóm tiêu chí có điểm tối đa chung; để trống là nhóm cùng mã với mũi.'),
    {
      key: 'method',
      header: 'Cách chấm',
      kind: 'choice',
      entry: 'filled',
      required: true,
      choices: Object.values(METHOD_WORDS),
      help: 'Chọn một cách chấm.',
      widthPixels: 190,
    },
    text(
      'parameters',
      'Tham số chấm',
      260,
      'Tùy cách chấm, cách nhau bằng dấu chấm phẩy. Ví dụ: bước=0,5 · mỗi lần=2 · chỉ tiêu=100 · ≥95: 10; ≥80: 7; còn lại 0 · cách tính=lũy kế · phạm vi=cụm.',
    ),
    {
      key: 'max_points',
      header: 'Điểm tối đa',
      kind: 'number',
      entry: 'filled',
      help: 'Trước khi nhân hệ số; điểm trừ thì ghi số âm; thông tin thì để trống.',
      widthPixels: 90,
    },
    text('coefficient', 'Hệ số', 70, 'Điểm được nhân với hệ số này: 2; 0,5; 38%; 1/7. Để trống là 1.'),
    text('measure', 'Đơn vị tính', 90, 'Hiện bên cạnh con số: %, cuộc, triệu đồng.'),
    text('gate', 'Điều kiện khống chế', 110, 'Mã điều kiện mà tiêu chí này có thể gây ra.'),
    {
      key: 'required',
      choices: [YES, NO],
      header: 'Bắt buộc',
      kind: 'yes_no',
      entry: 'filled',
      help: 'Có: để trống là thiếu kết quả. Để trống ô này: Có, trừ điểm thưởng, điểm trừ, thông tin.',
      widthPixels: 80,
    },
    {
      key: 'na',
      choices: [YES, NO],
      header: 'Được ghi “Không áp dụng”',
      kind: 'yes_no',
      entry: 'filled',
      help: 'Có: đơn vị được tự ghi “Không áp dụng”. Để trống là Không.',
      widthPixels: 110,
    },
    FROM,
    TO,
    text('evidence_vi', 'Minh chứng', 240, 'Giấy tờ chứng minh.'),
  ],
};

const unitReference = (key: string, header: string, widthPixels: number, help: string): FormColumn => ({
  key,
  header,
  kind: 'reference',
  entry: 'filled',
  help,
  widthPixels,
});

const units: SetupForm = {
  id: 'units',
  tab: 'Đơn vị',
  purpose:
    'Mỗi dòng một đơn vị. Đổi tên, chuyển cụm từ một ngày: hai dòng cùng mã, nối tiếp nhau về ngày. Sáp nhập: ghi ngày cuối và đơn vị tiếp nhận.',
  mostRows: 20_000,
  columns: [
    text('unit_id', 'Mã đơn vị', 100, 'Chữ không dấu, số, dấu - . _ ở giữa. Mã không đổi khi đổi tên.'),
    text('name', 'Đơn vị', 240, 'Tên đơn vị.'),
    TRACK,
    text('cluster', 'Cụm, khối', 150, 'Tên cụm, khối; để trống là cả đối tượng chung một cụm.'),
    text('participant_vi', 'Tham gia', 260, 'Ai tham gia cho đơn vị, ví dụ “Đảng ủy xã Mỹ Hòa”.'),
    FROM,
    TO,
    unitReference('successor', 'Sáp nhập vào', 220, 'Mã đơn vị tiếp nhận khi đơn vị này không còn.'),
    text(
      'attributes',
      'Thuộc tính',
      260,
      'Những gì tiêu chí và tỷ lệ khống chế hỏi tới, dạng “tên: giá trị”, cách nhau bằng dấu chấm phẩy. Ví dụ: has_tthc: no; kind: xã.',
    ),
  ],
};

const targets: SetupForm = {
  id: 'targets',
  tab: 'Chỉ tiêu riêng',
  purpose: 'Chỉ tiêu của từng đơn vị cho từng tiêu chí; đơn vị không có ở đây theo chỉ tiêu của tiêu chí.',
  mostRows: 200_000,
  columns: [
    unitReference('unit_id', 'Đơn vị', 260, 'Mã đơn vị, hoặc “mã – tên”.'),
    text('criterion', 'Mã tiêu chí', 130, 'Tiêu chí chấm theo chỉ tiêu, của đối tượng của đơn vị.'),
    {
      key: 'target',
      header: 'Chỉ tiêu',
      kind: 'number',
      entry: 'filled',
      required: true,
      help: 'Lớn hơn 0.',
      widthPixels: 110,
    },
    FROM,
    TO,
  ],
};

const members: SetupForm = {
  id: 'members',
  tab: 'Thành viên',
  purpose: 'Mỗi dòng một tài khoản Google và vai trò. Ai không còn ở đây thì không còn quyền gì.',
  mostRows: 20_000,
  columns: [
    text('email', 'Tài khoản', 260, 'Địa chỉ của tài khoản Google.'),
    text(
      'roles',
      'Vai trò',
      300,
      'cán bộ đơn vị; cán bộ thi đua khen thưởng; thành viên hội đồng; lãnh đạo; quản trị viên. Nhiều vai trò cách nhau bằng dấu chấm phẩy.',
    ),
    text(
      'unit_ids',
      'Đơn vị phụ trách',
      420,
      'Của cán bộ đơn vị: mã đơn vị; nhiều mã cách nhau bằng dấu chấm phẩy.',
    ),
  ],
};

/** In the order of their tabs. */
export const SETUP_FORMS: Readonly<Record<SetupFormId, SetupForm>> = {
  units,
  members,
  criteria,
  targets,
  settings,
};

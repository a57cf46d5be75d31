import type { Refused } from '../api.ts';
import { type Toast, toast } from '../toasts.ts';
import type { Closed } from './edits/guard.ts';

/** Why one may not type there. */
export const WHY_CLOSED: Readonly<Record<Closed, Toast>> = {
  reader: {
    message: 'Bạn chỉ được xem sổ này, không sửa được.',
    en: 'You may read this workbook, not change it.',
    kind: 'warning',
  },
  protected: {
    message: 'Ô này được bảo vệ nên không ghi được. Chỉ ghi vào các ô nền vàng.',
    en: 'This cell is protected: write in the yellow cells only.',
    kind: 'warning',
  },
  locked: {
    message: 'Cả trang này đã khóa nên không ghi được, ví dụ phiếu đã nộp hoặc tháng đã chốt.',
    en: 'The whole tab is locked: the form was submitted, or the month was closed.',
    kind: 'warning',
  },
};

export const NOT_HERE: Toast = {
  message: 'Văn phòng trên máy này chưa làm được việc đó với bảng tính.',
  en: 'The local office cannot do this to a spreadsheet.',
  kind: 'warning',
};

export const AWAY: Toast = {
  message: 'Chưa nối được với văn phòng; hãy thử lại sau giây lát.',
  en: 'The office cannot be reached; try again in a moment.',
  kind: 'warning',
};

export const notInList = (values: readonly string[]): Toast => ({
  message: `Ô này chỉ nhận một trong các giá trị: ${values.join(', ')}.`,
  en: 'This cell takes only a value of its list.',
  kind: 'warning',
});

export const tellRefusal = ({ message, en }: Refused, kind: Toast['kind'] = 'warning'): void =>
  toast({ message, en, kind });

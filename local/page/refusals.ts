import { GoogleRefusal } from './google.ts';

/** What a window is told when something was refused: Vietnamese first, English as the second language. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
}

export class PageRefusal extends Error {
  override readonly name = 'PageRefusal';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.en);
    this.refusal = refusal;
  }
}

/** Undefined for what is nobody's refusal but a fault. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof PageRefusal) return error.refusal;
  if (error instanceof GoogleRefusal) return explain(error);
  return undefined;
}

function explain({ status, message }: GoogleRefusal): Refusal {
  const formula = /the formula "(.*)"/s.exec(message)?.[1];
  if (/protected cell or object/.test(message))
    return {
      status,
      code: 'protected',
      vi: 'Chỗ này được bảo vệ, bạn không sửa được; nội dung đã trở lại như cũ.',
      en: 'This place is protected against you; its content is as before.',
    };
  if (status === 403)
    return {
      status,
      code: 'forbidden',
      vi: 'Bạn chỉ được xem sổ này, không sửa được.',
      en: 'You may read this workbook, not change it.',
    };
  if (status === 404)
    return {
      status,
      code: 'not_found',
      vi: 'Không có sổ này, hoặc bạn không được mở nó.',
      en: 'There is no such workbook, or you may not open it.',
    };
  if (formula !== undefined)
    return {
      status,
      code: 'formula',
      vi: `Văn phòng chưa tính được công thức ${formula}. Hãy ghi thẳng giá trị, hoặc dùng công thức khác.`,
      en: `The local office cannot work out ${formula}.`,
    };
  return {
    status,
    code: status === 501 ? 'unsupported' : 'refused',
    vi: `Máy chủ bảng tính không nhận thay đổi này: ${message}`,
    en: message,
  };
}

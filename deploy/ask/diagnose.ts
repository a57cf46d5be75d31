import type { Words } from '../step.ts';

/** What came back from the functions, or from whoever stands before them. */
export interface Reply {
  /** 0: nothing came back. */
  readonly status: number;
  /** The code of one of our own refusals. */
  readonly code?: string | undefined;
  /** Whether it was JSON: what Google's own front says is HTML. */
  readonly isOurs: boolean;
}

/** What is most likely wrong, and what helps. Undefined where nothing is. Pure. */
export function diagnose({ status, code, isOurs }: Reply): Words | undefined {
  if (status === 200 || status === 202) return undefined;
  if (status === 0)
    return {
      vi: 'Không có máy chủ ở địa chỉ này: kiểm tra mạng, rồi chạy lại bước functions.',
      en: 'Nothing answers at this address: look at the network, then run the step functions again.',
    };
  if (!isOurs) return fromGoogle(status);
  return (
    SAID[code ?? ''] ?? {
      vi: `Máy chủ trả lời ${status} ${code ?? ''}: xem nhật ký (docs/deploy.md, “Khi có lỗi”).`,
      en: `The functions answer ${status} ${code ?? ''}: see their log (docs/deploy.md, "When something is wrong").`,
    }
  );
}

function fromGoogle(status: number): Words {
  if (status === 401 || status === 403)
    return {
      vi: 'Google chặn trước khi đến máy chủ: một chính sách của tổ chức giữ lại việc kiểm tra người gọi của Cloud Run (--no-invoker-iam-check). Nhờ quản trị viên tổ chức cho phép.',
      en: "Google refuses before the functions are reached: a policy of the organisation keeps Cloud Run's own check of callers (--no-invoker-iam-check). Ask its administrator to allow it.",
    };
  if (status === 404)
    return {
      vi: 'Không có máy chủ tên này ở vùng này: chạy lại bước functions.',
      en: 'There is no such service in this region: run the step functions again.',
    };
  return {
    vi: 'Máy chủ không khởi động được: dòng cuối của nhật ký nói vì sao (docs/deploy.md).',
    en: 'The functions do not start: the last line of their log says why (docs/deploy.md).',
  };
}

const SAID: Readonly<Record<string, Words>> = {
  unauthenticated: {
    vi: 'Máy chủ không nhận thẻ này: TOKEN_AUDIENCE thiếu địa chỉ máy chủ hoặc mã ứng dụng khách của tiện ích. Chạy lại bước functions.',
    en: "The functions do not take this token: TOKEN_AUDIENCE lacks their address or the add-on's client id. Run the step functions again.",
  },
  forbidden: {
    vi: 'Tài khoản này chưa là thành viên của phong trào: thêm vào thẻ Thành viên, hoặc chạy lại bước load.',
    en: 'This account is no member of the campaign: add it in the tab Thành viên, or run the step load again.',
  },
  identity_unavailable: {
    vi: 'Máy chủ không lấy được chứng thư của Google; thử lại sau một phút.',
    en: "The functions cannot fetch Google's certificates; try again in a minute.",
  },
  unavailable: {
    vi: 'Firestore hoặc Google đang bận, hoặc tài khoản của máy chủ chưa có quyền. Thử lại sau hai phút, rồi chạy lại bước roles.',
    en: "Firestore or Google is busy, or the functions' account has no rights yet. Try again in two minutes, then run the step roles again.",
  },
  data_newer: {
    vi: 'Dữ liệu do một bản mới hơn ghi: đưa bản mới ấy lên.',
    en: 'The data was written by a newer release: deploy that one.',
  },
  workbook_unknown: {
    vi: 'Sổ này không phải của phong trào: đã xóa và lập lại? Chạy lại bước workbooks.',
    en: "This workbook is not the campaign's: was it deleted and made again? Run the step workbooks again.",
  },
};

export const SHEETS_REFUSED: Words = {
  vi: 'Có sổ không ghi được: tài khoản của máy chủ phải là Người quản lý nội dung của bộ nhớ dùng chung, và DRIVE_FOLDER_ID phải là một thư mục trong đó.',
  en: "A workbook could not be written: the functions' account has to be Content manager of the shared drive, and DRIVE_FOLDER_ID a folder in it.",
};
export const NOT_YET: Words = {
  vi: 'Sổ Điều hành chưa được lập; chờ một phút rồi kiểm tra lại.',
  en: "The office's workbook is not made yet; wait a minute and check again.",
};
export const STRANGE: Words = {
  vi: 'Máy chủ này trả lời theo cách của một bản khác: chạy lại bước functions.',
  en: 'The functions answer as another release does: run the step functions again.',
};
export const TOO_OPEN: Words = {
  vi: 'Máy chủ trả lời người mà lẽ ra phải từ chối. Đừng dùng; hãy báo lỗi này.',
  en: 'The functions answered somebody they should have turned away. Do not use them; report this.',
};

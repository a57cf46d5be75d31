import type { PeriodKind } from '../../functions/src/domain/campaign/period.ts';
import type { ActionName } from './call.ts';
import { inPeriods, parsePeriodKind } from './words/in-periods.ts';

/** The kinds of workbook, by the spreadsheet's own metadata; undefined: one that the functions did not make. */
export type WorkbookKind = 'unit' | 'office' | 'summary';

export type MenuEntry = MenuItem | SubMenu | 'separator';

export interface MenuItem {
  readonly label: string;
  readonly functionName: MenuFunction;
}

export interface SubMenu {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

export type MenuFunction = keyof typeof MENU_ACTIONS;

export const MENU_TITLE = 'Thi đua';

/** A menu item names a global function of main.ts; each opens the sidebar with one action. */
export const MENU_ACTIONS = {
  menuCheck: 'check',
  menuSubmit: 'submit',
  menuUnlock: 'unlock',
  menuResult: 'result',
  menuWhy: 'why',
  menuSend: 'send',
  menuSetup: 'setup',
  menuBallots: 'ballots',
  menuOpenBallot: 'open-ballot',
  menuWritten: 'written',
  menuCloseBallot: 'close-ballot',
  menuDecide: 'decide',
  menuRevoke: 'revoke',
  menuDecisions: 'decisions',
  menuReminders: 'reminders',
  menuTracking: 'tracking',
  menuCollect: 'collect',
  menuAppraise: 'appraise',
  menuOpenPeriod: 'open-period',
  menuClose: 'close',
  menuEvaluate: 'evaluate',
  menuPublish: 'publish',
  menuReopen: 'reopen',
  menuProvision: 'provision',
  menuOperations: 'operations',
  menuLog: 'log',
  menuHelp: 'help',
} as const satisfies Readonly<Record<string, ActionName>>;

/**
 * The menu of a workbook. onOpen may not ask the server who somebody is, so it shows what one does in this kind of
 * workbook; what the person may not do, or what makes no sense now, is told when it is chosen.
 */
export function menuOf(kind: WorkbookKind | undefined, periods: PeriodKind = 'month'): readonly MenuEntry[] {
  return kind === undefined ? [HELP] : inPeriods(MENUS[kind], periods);
}

/** "unit:X29110", "office;week" and the like, as the functions write it into the spreadsheet's metadata. */
export function parseWorkbook(value: string | undefined): WorkbookMark | undefined {
  const [workbook = '', kind] = (value ?? '').split(';');
  const periods = parsePeriodKind(kind);
  if (workbook === 'office' || workbook === 'summary') return { kind: workbook, periods };
  const unitId = /^unit:(.+)$/.exec(workbook)?.[1];
  return unitId === undefined ? undefined : { kind: 'unit', unitId, periods };
}

export interface WorkbookMark {
  readonly kind: WorkbookKind;
  readonly unitId?: string;
  /** How the campaign's time is cut. */
  readonly periods: PeriodKind;
}

const HELP: MenuItem = { label: 'Trợ giúp', functionName: 'menuHelp' };
const BALLOTS: MenuItem = { label: 'Bình chọn', functionName: 'menuBallots' };

const MENUS: Readonly<Record<WorkbookKind, readonly MenuEntry[]>> = {
  unit: [
    { label: 'Kiểm tra phiếu', functionName: 'menuCheck' },
    { label: 'Nộp phiếu', functionName: 'menuSubmit' },
    { label: 'Mở lại phiếu để sửa', functionName: 'menuUnlock' },
    'separator',
    { label: 'Gửi sổ đang mở', functionName: 'menuSend' },
    'separator',
    { label: 'Kết quả của đơn vị', functionName: 'menuResult' },
    { label: 'Vì sao?', functionName: 'menuWhy' },
    'separator',
    HELP,
  ],
  office: [
    { label: 'Theo dõi nộp phiếu', functionName: 'menuTracking' },
    { label: 'Thu phiếu', functionName: 'menuCollect' },
    { label: 'Thẩm định', functionName: 'menuAppraise' },
    'separator',
    { label: 'Mở kỳ tiếp theo', functionName: 'menuOpenPeriod' },
    { label: 'Chốt tháng', functionName: 'menuClose' },
    { label: 'Đánh giá tháng', functionName: 'menuEvaluate' },
    { label: 'Công bố', functionName: 'menuPublish' },
    { label: 'Mở lại tháng', functionName: 'menuReopen' },
    'separator',
    { label: 'Gửi biểu đang mở', functionName: 'menuSend' },
    { label: 'Xem trước thay đổi', functionName: 'menuSetup' },
    {
      label: 'Bình chọn, bình xét',
      items: [
        BALLOTS,
        { label: 'Mở bình chọn', functionName: 'menuOpenBallot' },
        { label: 'Phiếu bằng văn bản', functionName: 'menuWritten' },
        { label: 'Kết thúc bình chọn', functionName: 'menuCloseBallot' },
      ],
    },
    {
      label: 'Quyết định',
      items: [
        { label: 'Ban hành quyết định', functionName: 'menuDecide' },
        { label: 'Thu hồi quyết định', functionName: 'menuRevoke' },
        { label: 'Tải quyết định, giấy chứng nhận', functionName: 'menuDecisions' },
      ],
    },
    { label: 'Nhắc việc', functionName: 'menuReminders' },
    'separator',
    { label: 'Lập, cập nhật các sổ', functionName: 'menuProvision' },
    { label: 'Vận hành', functionName: 'menuOperations' },
    { label: 'Nhật ký', functionName: 'menuLog' },
    'separator',
    HELP,
  ],
  summary: [
    BALLOTS,
    'separator',
    { label: 'Kết quả của đơn vị', functionName: 'menuResult' },
    { label: 'Vì sao?', functionName: 'menuWhy' },
    'separator',
    HELP,
  ],
};

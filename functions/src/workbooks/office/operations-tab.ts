import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { traceCode } from '../../domain/trace/trace-code.ts';
import { levelOf, type OperationRow } from '../../domain/watch/operations.ts';
import { explainOperation, LEVEL_WORDS } from '../../messages/vi/operations.ts';
import type { KeptOperations } from '../../ports/watch.ts';
import { OPERATION_LEVELS } from '../colours.ts';
import { readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { momentCell, momentText } from '../moment.ts';
import { operationNames } from './operation-names.ts';

/**
 * Vận hành, as it was kept last: it follows from that alone, so writing it makes nothing new to write. The sidebar asks
 * for the figures of the moment.
 */
export function operationsTab({ at, operations }: KeptOperations, campaign: Campaign): TableTab {
  const { timeZone } = campaign;
  const names = operationNames(campaign);
  const toSee = operations.rows.filter((row) => levelOf(row) === 'act').length;
  return readOnlyTable({
    key: 'operations',
    title: 'Vận hành',
    banner: [
      `Vận hành, số liệu lúc ${momentText(at, timeZone)}: ${toSee === 0 ? 'không có gì cần xem' : `${toSee} việc cần xem`}`,
      'Số liệu ngay lúc này, thử lại, bỏ việc ghi: Thi đua ▸ Vận hành. Bảng này viết lại khi có việc mới cần xem và ít nhất mỗi ngày một lần; ngày ở trên là hôm qua thì hẹn giờ đã dừng.',
    ],
    columns: [
      { ...wordColumn('level', 'Tình trạng', 100), colours: OPERATION_LEVELS },
      textColumn('about', 'Việc, sổ', 260),
      textColumn('state', 'Thế nào', 380),
      { ...wordColumn('at', 'Từ lúc, lúc', 140), format: { kind: 'moment' } },
      textColumn('todo', 'Hãy làm', 460),
      wordColumn(
        'code',
        'Mã',
        90,
        'Đọc mã này cho quản trị viên: trong nhật ký máy chủ, mã dẫn tới đúng lần ấy.',
      ),
    ],
    rows: operations.rows.map((row): CellValue[] => {
      const { about, state, todo } = explainOperation(row, names);
      const { at: since } = row;
      return [
        LEVEL_WORDS[levelOf(row)],
        about,
        state,
        since === undefined ? null : momentCell(new Date(since), timeZone),
        todo === '' ? null : todo,
        codeOf(row) ?? null,
      ];
    }),
  });
}

/** Of the last try, for whoever looks it up. */
export function codeOf(row: OperationRow): string | undefined {
  return 'trace' in row && row.trace !== undefined ? traceCode(row.trace) : undefined;
}

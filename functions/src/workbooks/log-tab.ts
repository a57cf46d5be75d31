import type { Campaign } from '../domain/campaign/campaign.ts';
import type { CellValue } from '../domain/form/form.ts';
import type { TableTab } from '../domain/publishing/wanted.ts';
import { showRegisterRow } from '../messages/register-row.ts';
import { showPeriodId } from '../messages/vi/period-id.ts';
import type { LogEntry } from '../ports/log.ts';
import type { Member } from '../ports/member.ts';
import { readOnlyTable, textColumn, wordColumn } from './column.ts';
import { momentCell } from './moment.ts';
import { ACTION_WORDS, roleWord } from './words.ts';

export interface LogContent {
  readonly campaign: Campaign;
  readonly log: readonly LogEntry[];
  readonly members: readonly Member[];
}

/** Nhật ký, newest first: when, in what role, what, and why. */
export function logTab({ campaign, log, members }: LogContent): TableTab {
  const byEmail = new Map(members.map((member) => [member.email, member]));
  const names = new Map(campaign.units.map(({ id, name }) => [id, name]));
  return readOnlyTable({
    key: 'log',
    title: 'Nhật ký',
    banner: [`Nhật ký: ${log.length} việc gần nhất, mới nhất ở trên`],
    columns: [
      { ...wordColumn('at', 'Thời điểm', 140), format: { kind: 'moment' } },
      textColumn('by', 'Người thực hiện', 200),
      textColumn('action', 'Việc', 240),
      wordColumn('period', 'Kỳ', 120),
      textColumn('unit', 'Đơn vị', 220),
      textColumn('detail', 'Chi tiết', 300),
    ],
    rows: log.map((entry): CellValue[] => [
      momentCell(entry.at, campaign.timeZone),
      roleWord(entry.by, byEmail),
      ACTION_WORDS[entry.action],
      entry.period === undefined ? null : showPeriodId(entry.period),
      entry.unitId === undefined ? null : (names.get(entry.unitId) ?? entry.unitId),
      detail(entry),
    ]),
  });
}

function detail({ reason, details }: LogEntry): string | null {
  const { revision, version, issues, reference, voted, members, voters } = details ?? {};
  const parts = [
    showRegisterRow(details ?? {}) ?? '',
    reason === undefined ? '' : `Lý do: ${reason}`,
    version === undefined ? '' : `phiên bản ${version}`,
    revision === undefined ? '' : `lần ${revision}`,
    issues === undefined ? '' : `${issues} chỗ cần sửa`,
    reference === undefined ? '' : `số ${reference}`,
    voted === undefined ? '' : `${voted}/${members} người bỏ phiếu`,
    voters === undefined ? '' : `${voters} người`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? null : parts.join('; ');
}

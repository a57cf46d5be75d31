import type { Campaign, ScoringKind, Validity } from '../domain/campaign/campaign.ts';
import type { TableTab } from '../domain/publishing/wanted.ts';
import { formatDay, formatDecimal } from '../messages/vi/format.ts';
import type { Member } from '../ports.ts';
import { byName, pointsCell, pointsColumn, readOnlyTable, textColumn, wordColumn } from './column.ts';
import { ROLE_WORDS } from './words.ts';

/** Đơn vị, Tiêu chí, Thành viên: the setup as it stands, to look at. It is changed by loading the campaign again. */
export function setupTabs(campaign: Campaign, members: readonly Member[]): TableTab[] {
  return [unitsTab(campaign), criteriaTab(campaign), membersTab(campaign, members)];
}

function unitsTab({ units }: Campaign): TableTab {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return readOnlyTable({
    key: 'units',
    title: 'Đơn vị',
    banner: ['Danh sách đơn vị'],
    columns: [
      wordColumn('id', 'Mã đơn vị', 100),
      textColumn('name', 'Đơn vị', 240),
      textColumn('participant', 'Tham gia', 260),
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('cluster', 'Cụm, khối', 150),
      ...validityColumns(),
      textColumn('successor', 'Sáp nhập vào', 220),
    ],
    rows: [...units]
      .sort((a, b) => byName(a.name, b.name) || (a.id < b.id ? -1 : 1))
      .map((unit) => [
        unit.id,
        unit.name,
        unit.participant ?? null,
        unit.track,
        unit.cluster,
        ...validityCells(unit),
        unit.successor === undefined ? null : (names.get(unit.successor) ?? unit.successor),
      ]),
  });
}

function criteriaTab({ criteria }: Campaign): TableTab {
  return readOnlyTable({
    key: 'criteria',
    title: 'Tiêu chí',
    banner: ['Danh sách tiêu chí'],
    columns: [
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('code', 'Mã tiêu chí', 110),
      textColumn('name', 'Tiêu chí', 380),
      wordColumn('kind', 'Cách chấm', 170),
      pointsColumn('max', 'Điểm tối đa'),
      wordColumn('coefficient', 'Hệ số', 70),
      wordColumn('measure', 'Đơn vị tính', 90),
      wordColumn('group', 'Nhóm', 80),
      wordColumn('leg', 'Chân', 80),
      wordColumn('prong', 'Mũi', 80),
      wordColumn('breakthroughs', 'Đột phá', 100),
      textColumn('evidence', 'Minh chứng', 240),
      ...validityColumns(),
    ],
    rows: criteria.map((criterion) => [
      criterion.track,
      criterion.code,
      criterion.name,
      KIND_WORDS[criterion.scoring.kind],
      pointsCell(criterion.max),
      formatDecimal(criterion.coefficient),
      criterion.measure ?? null,
      criterion.group ?? null,
      criterion.leg ?? null,
      criterion.prong ?? null,
      criterion.breakthroughs.join(', ') || null,
      criterion.evidence ?? null,
      ...validityCells(criterion),
    ]),
  });
}

const KIND_WORDS: Readonly<Record<ScoringKind, string>> = {
  direct: 'chấm trực tiếp',
  percent: 'theo tỷ lệ đạt chỉ tiêu',
  tiered: 'theo bậc',
  yes_no: 'có hoặc không',
  count: 'theo số lần',
  peer_relative: 'so với đơn vị dẫn đầu',
  bonus: 'điểm thưởng',
  deduction: 'điểm trừ',
  information: 'thông tin, không chấm',
};

function membersTab({ units }: Campaign, members: readonly Member[]): TableTab {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return readOnlyTable({
    key: 'members',
    title: 'Thành viên',
    banner: ['Danh sách thành viên và vai trò'],
    columns: [
      textColumn('email', 'Tài khoản', 260),
      textColumn('roles', 'Vai trò', 260),
      textColumn('units', 'Đơn vị phụ trách', 420),
    ],
    rows: [...members]
      .sort((a, b) => (a.email < b.email ? -1 : 1))
      .map(({ email, roles, unitIds }) => [
        email,
        roles.map((role) => ROLE_WORDS[role]).join(', '),
        unitIds.map((id) => names.get(id) ?? id).join(', ') || null,
      ]),
  });
}

function validityColumns() {
  return [wordColumn('validFrom', 'Từ ngày', 100), wordColumn('validTo', 'Đến ngày', 100)];
}

function validityCells({ validFrom, validTo }: Validity): (string | null)[] {
  return [validFrom, validTo].map((day) => (day === undefined ? null : formatDay(day)));
}

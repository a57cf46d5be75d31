import { fingerprintOf } from '../../domain/publishing/stable-id.ts';
import type { TableTab, WantedColumn } from '../../domain/publishing/wanted.ts';
import { SETUP_FORMS, type SetupForm, type SetupFormId } from '../../domain/setup/setup-forms.ts';
import type { SetupRows } from '../../domain/setup/setup-rows.ts';
import { formColumns } from '../form-columns.ts';

/**
 * Đơn vị, Thành viên, Tiêu chí, Chỉ tiêu riêng, Thiết lập: the campaign's configuration as forms. People work on them
 * as on a draft: nothing there is written over until what they saved, or somebody else, is stored.
 */
export function setupTabs(rows: SetupRows): TableTab[] {
  return (Object.keys(SETUP_FORMS) as SetupFormId[]).map((id) => setupTab(SETUP_FORMS[id], rows));
}

const HOW_TO_SAVE =
  'Sửa, thêm, xóa dòng tùy ý; chưa có gì thay đổi cho tới khi lưu. Menu Thi đua, “Xem trước thay đổi” cho biết kỳ này sẽ khác đi thế nào.';

function setupTab(form: SetupForm, setup: SetupRows): TableTab {
  const { id, tab, purpose } = form;
  const rows = setup[id];
  return {
    kind: 'table',
    key: id,
    title: tab,
    banner: [tab, purpose, HOW_TO_SAVE],
    columns: formColumns(form).map((column) => (id === 'settings' ? settingsColumn(column, setup) : column)),
    rows,
    ...(id === 'settings' && { rowChoices: { column: 'value', choices: setup.valueChoices } }),
    drafted: true,
    // Another content begins the tab anew; the same one, stored again, leaves what people are typing.
    filledFor: fingerprintOf(rows),
    spareRows: SPARE_ROWS,
    protection: 'given',
    frozenColumns: FROZEN_COLUMNS[id],
    tabColour: { red: 0.55, green: 0.55, blue: 0.6 },
  };
}

const SPARE_ROWS = 30;

/** As far as whatever says what a row is about. */
const FROZEN_COLUMNS: Readonly<Record<SetupFormId, number>> = {
  units: 2,
  members: 1,
  criteria: 2,
  targets: 2,
  settings: 4,
};

function settingsColumn(column: WantedColumn, { sections }: SetupRows): WantedColumn {
  if (column.key === 'section') return { ...column, choices: sections };
  return column.key === 'value' ? { ...column, align: 'left', format: { kind: 'text' } } : column;
}

import type { FormCells } from '../../../../functions/src/domain/form/form.ts';
import type { SetupFormId } from '../../../../functions/src/domain/setup/setup-forms.ts';
import type { IssueAnswer, LoadedCampaign, PreviewedCampaign } from '../../backend/answers.ts';
import { troubleOf } from '../../backend/trouble.ts';
import type { CallArguments } from '../../call.ts';
import type { Desk, Tab } from '../../desk.ts';
import { foundByServer } from '../../form/found-issue.ts';
import type { Block, Screen, ShownIssue } from '../../screen.ts';
import { type OfficeVisit, officeVisit } from '../office/office-visit.ts';
import { type Action, address, buttons, call, screen, text } from '../visit.ts';

/** Xem trước thay đổi: what the configuration's tabs would change in the current month, before anything is kept. */
export const setup: Action = (desk) =>
  officeVisit(desk, 'setup', desk.words.titles.setup, (visit) => preview(desk, visit));

/**
 * Lưu cấu hình: what was previewed, and nothing else. Where a tab, or what is stored, has changed meanwhile, there is
 * a preview again.
 */
export const saveSetup: Action = (desk, asked) =>
  officeVisit(desk, 'save-setup', desk.words.titles.setup, (visit) => {
    const cells = readTabs(desk);
    if (digestOf(desk, cells) !== asked.digest)
      return preview(desk, visit, [text(desk.words.sending.setup.changedMeanwhile, 'warning')]);
    return save(desk, visit, cells, asked);
  });

/** As they are marked; the order in which people look for what is wrong. */
const SETUP_TABS: readonly SetupFormId[] = ['units', 'members', 'criteria', 'targets', 'settings'];

export function isSetupTab({ key }: Pick<Tab, 'key'>): boolean {
  return (SETUP_TABS as readonly string[]).includes(key);
}

type SetupCells = Partial<Record<SetupFormId, FormCells>>;

/** All of them, whichever is in front: a new unit and its editor belong together. */
function readTabs({ book }: Desk): SetupCells {
  const tabs = book.tabs();
  const cells: SetupCells = {};
  for (const id of SETUP_TABS) {
    const tab = tabs.find(({ key }) => key === id);
    if (tab !== undefined) cells[id] = tab.read();
  }
  return cells;
}

const digestOf = (desk: Desk, cells: SetupCells): string => desk.digestOf(JSON.stringify(cells));

function preview(desk: Desk, visit: OfficeVisit, before: readonly Block[] = []): Screen {
  const { words } = desk;
  const cells = readTabs(desk);
  if (Object.keys(cells).length === 0)
    return setupScreen(visit, [text(words.sending.setup.noTabs, 'warning')]);
  const { basis, refused, changed, lines, maySave } = desk.backend.post<PreviewedCampaign>(
    '/preview-campaign',
    {
      ...address(desk),
      cells,
    },
  );
  if (refused.length > 0) return refusedScreen(desk, visit, refused, before);
  const [first = '', ...others] = lines;
  return setupScreen(visit, [
    ...before,
    text(first, changed ? undefined : 'good'),
    ...others.map((line) => text(line)),
    ...(changed ? [saveOrNot(desk, cells, basis, maySave)] : []),
  ]);
}

function saveOrNot(desk: Desk, cells: SetupCells, basis: string, maySave: boolean): Block {
  const { words } = desk;
  if (!maySave) return text(words.sending.setup.adminSaves, 'warning');
  const given = { basis, digest: digestOf(desk, cells), requestKey: desk.newKey() };
  return buttons(
    {
      label: words.sending.setup.save,
      call: call('save-setup', given),
      look: 'danger',
      busy: words.sending.busy,
    },
    { label: words.buttons.checkAgain, call: call('setup'), busy: words.busy.check },
  );
}

function save(
  desk: Desk,
  visit: OfficeVisit,
  cells: SetupCells,
  { basis, requestKey }: CallArguments,
): Screen {
  const { words } = desk;
  try {
    const { version, changed } = desk.backend.post<LoadedCampaign>('/load-campaign', {
      ...address(desk),
      cells,
      basis,
      requestKey,
    });
    return setupScreen(visit, [
      text(changed ? words.sending.setup.saved(version) : words.sending.setup.savedMembers, 'good'),
      text(words.sending.afterwards, 'quiet'),
    ]);
  } catch (error) {
    const refused = troubleOf(error, 'refused');
    if (refused?.code === 'conflict')
      return preview(desk, visit, [text(words.sending.setup.changedMeanwhile, 'warning')]);
    if (refused === undefined || refused.issues.length === 0) throw error;
    return refusedScreen(desk, visit, refused.issues, []);
  }
}

function refusedScreen(
  desk: Desk,
  visit: OfficeVisit,
  issues: readonly IssueAnswer[],
  before: readonly Block[],
): Screen {
  const { words, book } = desk;
  const tabs = book.tabs();
  return setupScreen(visit, [
    ...before,
    text(words.sending.setup.refused(issues.length), 'bad'),
    { kind: 'issues', issues: issues.map((issue) => shownIssue(issue, tabs)) },
    buttons({ label: words.buttons.checkAgain, call: call('setup'), look: 'main', busy: words.busy.check }),
  ]);
}

function shownIssue(issue: IssueAnswer, tabs: readonly Tab[]): ShownIssue {
  const { cell, column, text } = foundByServer(issue);
  const tab = tabs.find(({ key }) => key === issue.tab);
  if (tab === undefined || cell === undefined) return { text };
  const place = [tab.name, cell, column].filter((part) => part !== undefined).join(' · ');
  return { place, text, select: call('select', { sheetId: String(tab.sheetId), cell }) };
}

function setupScreen({ context, title }: OfficeVisit, blocks: readonly Block[]): Screen {
  return screen(context, title, blocks, { again: call('setup') });
}

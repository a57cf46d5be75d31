import type { FormCells, FormDeclaration } from '../../../functions/src/domain/form/form.ts';
import type { Memory, Tab } from '../desk.ts';
import type { FoundIssue } from '../form/found-issue.ts';
import { mapSheet } from '../form/sheet-map.ts';
import { blocksOf } from './blocks.ts';
import { type KnownMarks, planMarks, type WantedMarks } from './plan-marks.ts';
import { formatMarks, parseMarks } from './remembered.ts';

/**
 * Brings the marks of a tab to what is wrong in it now. Where nothing is wrong and nothing was marked, the tab is
 * not looked at. Returns false where some cell is closed to this person: then the list has to do.
 */
export function markIssues(
  tab: Tab,
  declaration: FormDeclaration,
  cells: FormCells,
  issues: readonly FoundIssue[],
  memory: Memory,
): boolean {
  const name = `marks.${tab.sheetId}`;
  const known = parseMarks(memory.read(name));
  const wanted = wantedOf(issues);
  if (wanted.size === 0 && known.size === 0) return true;

  const map = mapSheet(declaration, cells);
  const planned = blocksOf(declaration, map, wanted, known).map((block) => {
    const surface = tab.look(block);
    return { surface, plan: planMarks(surface.look, wanted, known, map.nameOf) };
  });
  const marks: KnownMarks = new Map(planned.flatMap(({ plan }) => [...plan.marks]));
  const remember = (all: KnownMarks): void => memory.write(name, formatMarks(all));

  // Colours are remembered before they are painted over: a run that is killed in between loses none.
  remember(new Map([...known, ...marks]));
  const applied = planned.map(({ surface, plan }) => surface.apply(plan));
  const isAllowed = !applied.includes(false);
  if (isAllowed) remember(marks);
  return isAllowed;
}

function wantedOf(issues: readonly FoundIssue[]): WantedMarks {
  const wanted = new Map<string, string[]>();
  for (const { cell, note } of issues) {
    if (cell === undefined) continue;
    const texts = wanted.get(cell) ?? [];
    wanted.set(cell, texts.includes(note) ? texts : [...texts, note]);
  }
  return wanted;
}

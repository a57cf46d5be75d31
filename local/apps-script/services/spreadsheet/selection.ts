import type { Selection } from '../../types.ts';
import { Exception } from '../errors.ts';
import { call } from '../native.ts';
import { theRun } from '../state.ts';
import { type Place, printCells, readCells } from './place.ts';
import { structure, tabOf } from './structure.ts';

let chosen: Selection | undefined;

/** What is active in the person's window, as the run was told or has set since. */
function selection(label: string): Selection {
  const now = chosen ?? theRun().selection;
  if (now !== undefined) return now;
  const first = structure(label).tabs.find(({ hidden }) => !hidden);
  if (first === undefined) throw new Exception('The spreadsheet has no visible sheet.');
  return { sheetId: first.sheetId, range: 'A1' };
}

export const activeSheetId = (label: string): number => selection(label).sheetId;

export function activePlace(label: string): Place {
  const { sheetId, range } = selection(label);
  return readCells(tabOf(label, sheetId), range);
}

/** Makes a place, or a tab, the active one in the window and for the rest of the run. */
export function select(place: Place): void {
  activate({ sheetId: place.sheetId, range: printCells(place) });
}
export function selectSheet(sheetId: number): void {
  if (activeSheetId('Sheet.activate') !== sheetId) chosen = { sheetId, range: 'A1' };
  show({ sheetId });
}

function activate(next: Selection): void {
  chosen = next;
  show(next);
}

function show(effect: { sheetId: number; range?: string }): void {
  call('window.show', { kind: 'activate', ...effect });
}

import type { EditEvent } from '../types.ts';
import { AuthMode } from './script-app.ts';
import { User } from './session.ts';
import { sheetById, theSpreadsheet } from './spreadsheet/spreadsheet.ts';
import type { StartOrder } from './state.ts';

/** The event object of a simple trigger; undefined for what no trigger starts. */
export function eventOf({ kind, event }: StartOrder): object | undefined {
  if (kind !== 'open' && kind !== 'edit') return undefined;
  // Who it is is not told to what runs without consent.
  const common = { authMode: AuthMode.LIMITED, source: theSpreadsheet(), user: new User('') };
  if (kind === 'open') return common;
  const { sheetId, range, value, oldValue } = event as EditEvent;
  return {
    ...common,
    range: sheetById(sheetId).getRange(range),
    ...(value !== undefined && { value }),
    ...(oldValue !== undefined && { oldValue }),
  };
}

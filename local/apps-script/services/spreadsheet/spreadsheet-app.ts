import { requireScope } from '../permissions.ts';
import { enumeration, Service } from '../service.ts';
import { Ui } from '../ui/ui.ts';
import { ColorBuilder, ColorType, ThemeColorType } from './color.ts';
import { LocationType, Visibility } from './developer-metadata.ts';
import { ProtectionType } from './protection.ts';
import type { Range } from './range.ts';
import type { Sheet } from './sheet.ts';
import { type Spreadsheet, theSpreadsheet } from './spreadsheet.ts';
import { forgetStructure } from './structure.ts';

const Dimension = enumeration('SpreadsheetApp.Dimension', ['COLUMNS', 'ROWS']);

/** The door to the spreadsheet: whoever holds what it hands out has passed the check of scopes. */
export class SpreadsheetApp extends Service {
  readonly ProtectionType = ProtectionType;
  readonly DeveloperMetadataVisibility = Visibility;
  readonly DeveloperMetadataLocationType = LocationType;
  readonly ColorType = ColorType;
  readonly ThemeColorType = ThemeColorType;
  readonly Dimension = Dimension;
  override toString(): string {
    return 'SpreadsheetApp';
  }
  getActiveSpreadsheet(): Spreadsheet {
    return this.#book('getActiveSpreadsheet');
  }
  getActive(): Spreadsheet {
    return this.#book('getActive');
  }
  getActiveSheet(): Sheet {
    return this.#book('getActiveSheet').getActiveSheet();
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return this.#book('setActiveSheet').setActiveSheet(sheet);
  }
  getActiveRange(): Range {
    return this.#book('getActiveRange').getActiveRange();
  }
  setActiveRange(range: Range): Range {
    return this.#book('setActiveRange').setActiveRange(range);
  }
  /** Writes are sent at once; what was remembered of the structure is read anew. */
  flush(): void {
    forgetStructure();
  }
  newColor(): ColorBuilder {
    return new ColorBuilder();
  }
  getUi(): Ui {
    return new Ui();
  }
  #book(method: string): Spreadsheet {
    requireScope(`SpreadsheetApp.${method}`, 'sheets');
    return theSpreadsheet();
  }
}

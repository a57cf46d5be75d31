import type { GridRange } from './current.ts';
import type { Colour } from './wanted.ts';

/**
 * The requests of a Sheets batchUpdate that plans are made of, in the API's own shape. Values are always literal:
 * there is no formulaValue here, so nothing a unit types can become a formula in someone else's window.
 */
export type SheetRequest =
  | {
      readonly updateSpreadsheetProperties: {
        readonly properties: { readonly locale: string; readonly timeZone: string };
        readonly fields: string;
      };
    }
  | { readonly addSheet: { readonly properties: NewSheet } }
  | { readonly deleteSheet: { readonly sheetId: number } }
  | {
      readonly updateSheetProperties: {
        readonly properties: {
          readonly sheetId: number;
          readonly gridProperties: { readonly frozenRowCount: number };
        };
        readonly fields: string;
      };
    }
  | { readonly createDeveloperMetadata: { readonly developerMetadata: NewMetadata } }
  | {
      readonly updateDeveloperMetadata: {
        readonly dataFilters: { readonly developerMetadataLookup: { readonly metadataId: number } }[];
        readonly developerMetadata: { readonly metadataValue: string };
        readonly fields: string;
      };
    }
  | {
      readonly deleteDeveloperMetadata: {
        readonly dataFilter: { readonly developerMetadataLookup: { readonly metadataId: number } };
      };
    }
  | { readonly insertDimension: { readonly range: DimensionRange; readonly inheritFromBefore: boolean } }
  | { readonly deleteDimension: { readonly range: DimensionRange } }
  | {
      readonly appendDimension: {
        readonly sheetId: number;
        readonly dimension: 'ROWS' | 'COLUMNS';
        readonly length: number;
      };
    }
  | {
      readonly updateDimensionProperties: {
        readonly range: DimensionRange;
        readonly properties: { readonly pixelSize: number; readonly hiddenByUser?: boolean };
        readonly fields: string;
      };
    }
  | {
      readonly updateCells: {
        readonly start: { readonly sheetId: number; readonly rowIndex: number; readonly columnIndex: number };
        readonly rows: { readonly values: CellData[] }[];
        readonly fields: string;
      };
    }
  | { readonly repeatCell: { readonly range: SheetRange; readonly cell: CellData; readonly fields: string } }
  | {
      readonly addConditionalFormatRule: {
        readonly index: number;
        readonly rule: {
          readonly ranges: SheetRange[];
        } & ({ readonly booleanRule: BooleanRule } | { readonly gradientRule: GradientRule });
      };
    }
  | { readonly deleteConditionalFormatRule: { readonly sheetId: number; readonly index: number } }
  | {
      readonly addProtectedRange: {
        readonly protectedRange: {
          readonly protectedRangeId: number;
          readonly range: SheetRange;
          readonly description: string;
          readonly editors?: { readonly users: string[] };
        };
      };
    }
  | {
      readonly updateProtectedRange: {
        readonly protectedRange: { readonly protectedRangeId: number; readonly range: SheetRange };
        readonly fields: string;
      };
    }
  | { readonly deleteProtectedRange: { readonly protectedRangeId: number } }
  | { readonly addChart: { readonly chart: NewChart } }
  | { readonly updateChartSpec: { readonly chartId: number; readonly spec: ChartSpec } }
  | {
      readonly updateEmbeddedObjectPosition: {
        readonly objectId: number;
        readonly newPosition: { readonly overlayPosition: { readonly anchorCell: AnchorCell } };
        readonly fields: 'anchorCell';
      };
    }
  | { readonly deleteEmbeddedObject: { readonly objectId: number } };

export interface BooleanRule {
  readonly condition: {
    readonly type: 'TEXT_EQ' | 'NUMBER_EQ' | 'NUMBER_GREATER' | 'NUMBER_LESS';
    readonly values: { readonly userEnteredValue: string }[];
  };
  readonly format: { readonly backgroundColor: Colour };
}

export interface GradientRule {
  readonly minpoint: GradientPoint;
  readonly midpoint?: GradientPoint;
  readonly maxpoint: GradientPoint;
}

export interface GradientPoint {
  readonly type: 'MIN' | 'MAX' | 'NUMBER';
  readonly value?: string;
  readonly color: Colour;
}

export interface SheetRange extends GridRange {
  readonly sheetId: number;
}

export interface DimensionRange {
  readonly sheetId: number;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly startIndex: number;
  readonly endIndex: number;
}

export interface NewSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly gridProperties: {
    readonly rowCount: number;
    readonly columnCount: number;
    readonly frozenRowCount: number;
    readonly frozenColumnCount?: number;
    readonly hideGridlines?: boolean;
  };
  readonly tabColorStyle?: { readonly rgbColor: Colour };
}

export interface NewMetadata {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue: string;
  readonly visibility: 'DOCUMENT';
  readonly location:
    | { readonly spreadsheet: true }
    | { readonly sheetId: number }
    | { readonly dimensionRange: DimensionRange };
}

export interface CellData {
  readonly userEnteredValue?:
    | { readonly stringValue: string }
    | { readonly numberValue: number }
    | { readonly boolValue: boolean };
  readonly userEnteredFormat?: CellFormatData;
  readonly note?: string;
  readonly dataValidation?: {
    readonly condition: {
      readonly type: 'ONE_OF_LIST';
      readonly values: { readonly userEnteredValue: string }[];
    };
    readonly strict: boolean;
    readonly showCustomUi: boolean;
  };
}

export interface CellFormatData {
  readonly numberFormat?: {
    readonly type: 'TEXT' | 'NUMBER' | 'DATE' | 'DATE_TIME';
    readonly pattern?: string;
  };
  readonly backgroundColor?: Colour;
  readonly horizontalAlignment?: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly verticalAlignment?: 'MIDDLE';
  readonly wrapStrategy?: 'WRAP' | 'OVERFLOW_CELL';
  readonly textFormat?: {
    readonly bold?: boolean;
    readonly fontSize?: number;
    readonly link?: { readonly uri: string };
  };
  readonly borders?: Readonly<Record<'top' | 'bottom' | 'left' | 'right', Border>>;
}

export interface Border {
  readonly style: 'SOLID';
  readonly colorStyle: { readonly rgbColor: Colour };
}

export interface AnchorCell {
  readonly sheetId: number;
  readonly rowIndex: number;
  readonly columnIndex: number;
}

export interface NewChart {
  readonly chartId: number;
  readonly spec: ChartSpec;
  readonly position: {
    readonly overlayPosition: {
      readonly anchorCell: AnchorCell;
      readonly offsetXPixels: number;
      readonly widthPixels: number;
      readonly heightPixels: number;
    };
  };
}

export interface ChartSpec {
  readonly title: string;
  readonly basicChart: {
    readonly chartType: 'COLUMN' | 'BAR' | 'LINE';
    readonly stackedType?: 'STACKED' | 'PERCENT_STACKED';
    readonly legendPosition: 'BOTTOM_LEGEND' | 'RIGHT_LEGEND';
    readonly axis?: readonly {
      readonly position: 'LEFT_AXIS';
      readonly viewWindowOptions: {
        readonly viewWindowMin: number;
        readonly viewWindowMax: number;
        readonly viewWindowMode: 'EXPLICIT';
      };
    }[];
    /** The first cell of each range is its name. */
    readonly headerCount: 1;
    readonly domains: readonly [{ readonly domain: ChartData }];
    readonly series: readonly {
      readonly series: ChartData;
      readonly targetAxis: 'LEFT_AXIS' | 'BOTTOM_AXIS';
      readonly colorStyle?: { readonly rgbColor: Colour };
    }[];
  };
}

export interface ChartData {
  readonly sourceRange: { readonly sources: readonly SheetRange[] };
}

import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';

const white = { red: 1, green: 1, blue: 1 };

/** How a new spreadsheet looks, as Google answers it. */
export const DEFAULT_FORMAT: api.Schema$CellFormat = {
  backgroundColor: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: white },
};

const accent = (colorType: string, red: number, green: number, blue: number) => ({
  colorType,
  color: { rgbColor: { red, green, blue } },
});

export const THEME: api.Schema$SpreadsheetTheme = {
  primaryFontFamily: 'Arial',
  themeColors: [
    { colorType: 'TEXT', color: { rgbColor: {} } },
    { colorType: 'BACKGROUND', color: { rgbColor: white } },
    accent('ACCENT1', 0.25882354, 0.52156866, 0.95686275),
    accent('ACCENT2', 0.91764706, 0.2627451, 0.20784314),
    accent('ACCENT3', 0.9843137, 0.7372549, 0.015686275),
    accent('ACCENT4', 0.20392157, 0.65882355, 0.3254902),
    accent('ACCENT5', 1, 0.42745098, 0.003921569),
    accent('ACCENT6', 0.27450982, 0.7411765, 0.7764706),
    accent('LINK', 0.06666667, 0.33333334, 0.8),
  ],
};

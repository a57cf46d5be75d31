import { NO_PAINT, type Paint, paintOfHex } from '../marks/paint.ts';

type Color = GoogleAppsScript.Spreadsheet.Color;

/** A colour as text: theme colours by their name, so that a new theme still reaches them once they are back. */
export function paintOf(color: Color): Paint {
  switch (String(color.getColorType())) {
    case 'RGB':
      return paintOfHex(color.asRgbColor().asHexString());
    case 'THEME':
      return `${THEME}${color.asThemeColor().getThemeColorType()}`;
    default:
      return NO_PAINT;
  }
}

/** null takes a background away. */
export function colorOf(paint: Paint): Color | null {
  if (paint === NO_PAINT) return null;
  const builder = SpreadsheetApp.newColor();
  if (!paint.startsWith(THEME)) return builder.setRgbColor(paint).build();
  const type = paint.slice(THEME.length) as keyof typeof SpreadsheetApp.ThemeColorType;
  return builder.setThemeColor(SpreadsheetApp.ThemeColorType[type]).build();
}

const THEME = 'theme:';

import { cellFormat, color, colorStyle, condition } from './cells.ts';
import { each, message } from './message.ts';
import { dimensionRange, gridCoordinate, gridRange } from './ranges.ts';

// What lies over a sheet’s cells: names, protection, filters, colours by rule, charts, groups.

export const namedRange = message('NamedRange', { namedRangeId: 'string', name: 'string', range: gridRange });
const editors = message('Editors', {
  users: each('string'),
  groups: each('string'),
  domainUsersCanEdit: 'bool',
});
export const protectedRange = message('ProtectedRange', {
  protectedRangeId: 'int32',
  range: gridRange,
  namedRangeId: 'string',
  description: 'string',
  warningOnly: 'bool',
  requestingUserCanEdit: 'bool',
  unprotectedRanges: each(gridRange),
  editors,
});
export const basicFilter = message('BasicFilter', {
  range: gridRange,
  sortSpecs: each('struct'),
  criteria: { mapOf: 'struct' },
  filterSpecs: each('struct'),
});
export const conditionalFormat = message('ConditionalFormatRule', {
  ranges: each(gridRange),
  booleanRule: message('BooleanRule', { condition, format: cellFormat }),
  gradientRule: 'struct',
});
const bandingProperties = message('BandingProperties', {
  headerColor: color,
  headerColorStyle: colorStyle,
  firstBandColor: color,
  firstBandColorStyle: colorStyle,
  secondBandColor: color,
  secondBandColorStyle: colorStyle,
  footerColor: color,
  footerColorStyle: colorStyle,
});
export const bandedRange = message('BandedRange', {
  bandedRangeId: 'int32',
  range: gridRange,
  rowProperties: bandingProperties,
  columnProperties: bandingProperties,
});
export const embeddedPosition = message('EmbeddedObjectPosition', {
  sheetId: 'int32',
  newSheet: 'bool',
  overlayPosition: message('OverlayPosition', {
    anchorCell: gridCoordinate,
    offsetXPixels: 'int32',
    offsetYPixels: 'int32',
    widthPixels: 'int32',
    heightPixels: 'int32',
  }),
});
export const embeddedChart = message('EmbeddedChart', {
  chartId: 'int32',
  spec: 'struct',
  position: embeddedPosition,
  border: message('EmbeddedObjectBorder', { color, colorStyle }),
});
export const dimensionProperties = message('DimensionProperties', {
  pixelSize: 'int32',
  hiddenByUser: 'bool',
  hiddenByFilter: 'bool',
});
export const dimensionGroup = message('DimensionGroup', {
  range: dimensionRange,
  depth: 'int32',
  collapsed: 'bool',
});

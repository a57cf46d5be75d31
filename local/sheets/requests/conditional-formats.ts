import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { settleColours } from '../wire/colour.ts';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { conditionalFormat } from '../wire/messages/parts.ts';
import { rangeWithoutZero } from '../wire/sheet-zero.ts';
import { kind } from './request.ts';

type Rule = api.Schema$ConditionalFormatRule;

export const addConditionalFormatRule = kind<api.Schema$AddConditionalFormatRuleRequest>(
  message('AddConditionalFormatRuleRequest', { rule: conditionalFormat, index: 'int32' }),
  ({ book, guard }, request) => {
    const { sheet, rule } = settle(book, request.rule);
    guard.touchSheet(sheet);
    insert(sheet, rule, request.index ?? 0);
  },
);

export const updateConditionalFormatRule = kind<api.Schema$UpdateConditionalFormatRuleRequest>(
  message('UpdateConditionalFormatRuleRequest', {
    index: 'int32',
    sheetId: 'int32',
    rule: conditionalFormat,
    newIndex: 'int32',
  }),
  ({ book, guard }, request) => {
    const index = request.index ?? 0;
    const sheet = request.rule ? settle(book, request.rule).sheet : book.requireSheet(request.sheetId);
    guard.touchSheet(sheet);
    const before = take(sheet, index);
    const rule = request.rule ? settle(book, request.rule).rule : before;
    const newIndex = request.rule ? index : (request.newIndex ?? 0);
    insert(sheet, rule, newIndex);
    const shown = { newRule: withoutZero(rule), ...(newIndex > 0 && { newIndex }) };
    return request.rule
      ? { ...shown, oldRule: withoutZero(before) }
      : { ...shown, ...(index > 0 && { oldIndex: index }) };
  },
);

export const deleteConditionalFormatRule = kind<api.Schema$DeleteConditionalFormatRuleRequest>(
  message('DeleteConditionalFormatRuleRequest', { index: 'int32', sheetId: 'int32' }),
  ({ book, guard }, request) => {
    const sheet = book.requireSheet(request.sheetId);
    guard.touchSheet(sheet);
    return { rule: withoutZero(take(sheet, request.index ?? 0)) };
  },
);

const withoutZero = (rule: Rule): Rule => ({ ...rule, ranges: rule.ranges!.map(rangeWithoutZero) });

/** A rule lies on one sheet. */
function settle(book: Spreadsheet, rule: Rule | undefined): { sheet: Sheet; rule: Rule } {
  const ranges = rule?.ranges ?? [];
  const [first] = ranges;
  if (!rule || !first) throw invalid('rule.ranges must not be empty.');
  if (!rule.booleanRule && !rule.gradientRule) throw invalid('No rule specified.');
  const sheet = book.requireSheet(first.sheetId);
  for (const range of ranges) {
    if ((range.sheetId ?? 0) !== sheet.id) throw invalid('All ranges of a rule must be on the same sheet.');
    sheet.resolve(book.place(range).box);
  }
  return { sheet, rule: settleColours(rule) };
}

function insert(sheet: Sheet, rule: Rule, index: number): void {
  const rules = [...sheet.state.conditionalFormats];
  if (index < 0 || index > rules.length)
    throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
  rules.splice(index, 0, rule);
  sheet.state.conditionalFormats = rules;
}

function take(sheet: Sheet, index: number): Rule {
  const rules = [...sheet.state.conditionalFormats];
  const [taken] = index < 0 ? [] : rules.splice(index, 1);
  if (taken === undefined) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index}`);
  sheet.state.conditionalFormats = rules;
  return taken;
}

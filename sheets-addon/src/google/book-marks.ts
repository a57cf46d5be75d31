import { MARK } from '../../../functions/src/domain/publishing/current.ts';
import type { Memory } from '../desk.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What the functions wrote on a spreadsheet as a whole; nothing where they did not make it. */
export interface BookMarks {
  readonly campaign?: string;
  /** "unit:A", "office;week"; see parseWorkbook. */
  readonly workbook?: string;
}

/**
 * The marks as they were when the workbook was last opened: they hardly ever change, and what every click has to know
 * comes with the properties that it reads anyway. A copy of the workbook has no properties, and is asked itself.
 */
export function bookMarks(spreadsheet: Spreadsheet, memory: Memory): BookMarks {
  const kept = parse(memory.read(NAME));
  if (kept !== undefined) return kept;
  const marks = readBookMarks(spreadsheet);
  keepBookMarks(memory, marks);
  return marks;
}

/** One call, of few answers: those of tabs and columns are not among them. */
export function readBookMarks(spreadsheet: Spreadsheet): BookMarks {
  const marks = new Map(spreadsheet.getDeveloperMetadata().map((mark) => [mark.getKey(), mark.getValue()]));
  const campaign = marks.get(MARK.campaign);
  const workbook = marks.get(MARK.workbook);
  return { ...(campaign ? { campaign } : {}), ...(workbook ? { workbook } : {}) };
}

/** A spreadsheet that says nothing yet may say something in a minute. */
export function keepBookMarks(memory: Memory, marks: BookMarks): void {
  memory.write(NAME, marks.campaign && marks.workbook ? JSON.stringify(marks) : '');
}

const NAME = 'book';

function parse(text: string | undefined): BookMarks | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as BookMarks);
  } catch {
    return undefined;
  }
}

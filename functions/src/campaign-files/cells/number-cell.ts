import type { At } from '../../domain/at.ts';
import type { CellValue } from '../../domain/form/form.ts';
import { numberIssue, readNumber } from '../../domain/form/number-text.ts';
import { textOfCell } from '../../domain/form/text.ts';
import type { Issue } from '../../domain/issue.ts';

/**
 * A number as people write it, as the files write it: "12,5" is 12.5, "12,5%" is 12.5%, "1/7" stays. What is no
 * number is handed on as it stands, for the parser to refuse; what could be two numbers is refused here, where a
 * point would silently become the decimal sign.
 */
export function fileNumber(cell: CellValue, at: At, issues: Issue[]): string {
  const text = textOfCell(cell);
  const [, number, rest = ''] = /^([^%/]*?)\s*(%|\/.*)?$/.exec(text) ?? [];
  const parts = rest.startsWith('/') ? [number, rest.slice(1).trim()] : [number];
  const read = parts.map((part) => readNumber(typeof cell === 'number' ? cell : part, 'sheet'));
  for (const reading of read)
    if (reading.kind === 'ambiguous') {
      issues.push(numberIssue(reading, at)!);
      return text;
    }
  const decimals = read.map((reading) => (reading.kind === 'number' ? reading.value : undefined));
  if (decimals.includes(undefined)) return text;
  return rest.startsWith('/') ? decimals.join('/') : `${decimals[0]}${rest}`;
}

import type { Day } from '../../domain/campaign/period.ts';
import type { CodeOf } from '../../domain/issue.ts';
import type { Issues } from '../issues.ts';

/** Codes are declared once. One that could not be read is absent or "". */
export function refuseRepeated<Field extends string>(
  all: readonly { readonly [Key in Field]?: string | undefined }[],
  field: Field,
  what: CodeOf,
  issues: Issues,
): void {
  const seen = new Set<string>();
  for (const each of all) {
    const code = each[field];
    if (!code) continue;
    if (seen.has(code)) issues.add({ code: 'code_repeated', what, value: code, at: issues.at(each, field) });
    seen.add(code);
  }
}

/** Refuses a span that ends before it begins; `field` is its end's. True when it does not. */
export function checkSpan(
  from: Day | undefined,
  to: Day | undefined,
  placed: object,
  field: string,
  issues: Issues,
): boolean {
  if (!from || !to || from <= to) return true;
  issues.add({ code: 'validity_reversed', from, to, at: issues.at(placed, field) });
  return false;
}

/** The unit whose workbook it is. */
export function unitIn(workbook: string): { readonly unitId?: string } {
  return workbook.startsWith('unit:') ? { unitId: workbook.slice('unit:'.length) } : {};
}

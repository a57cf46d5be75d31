/** "2024-03" as "Tháng 03/2024", for sentences that know a period by its id alone; "" is "Kỳ này". */
export function showPeriodId(id: string): string {
  if (id === '') return 'Kỳ này';
  for (const [pattern, name] of NAMES) if (pattern.test(id)) return id.replace(pattern, name);
  return `Kỳ ${id}`;
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(\d{4})-(\d{2})$/, 'Tháng $2/$1'],
  [/^(\d{4})-W(\d{2})$/, 'Tuần $2/$1'],
  [/^(\d{4})-Q([1-4])$/, 'Quý $2/$1'],
  [/^(\d{4})$/, 'Năm $1'],
];

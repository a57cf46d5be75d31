/** Round numbers from the least to the most, at most about `wanted` of them, both ends covered. */
export function ticks(least: number, most: number, wanted = 5): number[] {
  if (!(most > least)) return [least, least + 1];
  const rough = (most - least) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough)!;
  const first = Math.floor(least / step + 1e-9);
  const last = Math.ceil(most / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

const formats = new Map<string, Intl.NumberFormat>();

/** A tick as people of the locale write it. */
export function tickText(value: number, locale: string): string {
  const tag = locale.replace('_', '-');
  const format = formats.get(tag) ?? new Intl.NumberFormat(tag, { maximumFractionDigits: 6 });
  formats.set(tag, format);
  return format.format(value);
}

/** Told apart in print, on a dark screen and by most who see colours differently; calm beside a table. */
const PALETTE = [
  ...['#3b78b8', '#e0973a', '#4d9a74', '#b5586a', '#7f68ad', '#7d8792', '#b9a23b', '#3f9fb0'],
  ...['#8c5a3c', '#d17fb0', '#6f8f2f', '#4a5a9a'],
];

export const colourOf = (series: { readonly colour?: string }, index: number): string =>
  series.colour ?? PALETTE[index % PALETTE.length]!;

/** Black or white, whichever is read better on the colour. */
export function inkOn(colour: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! > 0.6 ? '#1f2328' : '#ffffff';
}

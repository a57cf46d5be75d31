/** The number with its decimal point moved right, exact in the digits that it prints: 1.005 by 2 is 100.5. */
export function shiftPoint(value: number, places: number): number {
  const [digits, exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Rounds as people do: the decimal that the number prints as, half away from zero. */
export function roundTo(value: number, places: number, round: (size: number) => number = Math.round): number {
  const shifted = shiftPoint(Math.abs(value), places);
  // So large that no digit is left to round.
  if (!Number.isFinite(shifted) || shifted >= 2 ** 53) return value;
  return Math.sign(value) * shiftPoint(round(shifted), -places);
}

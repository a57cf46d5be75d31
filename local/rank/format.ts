import { canonicalJson } from '../../functions/src/domain/digest.ts';
import { explainUnit } from '../../functions/src/messages/vi/explanation/explanation.ts';
import type { RankOptions } from './arguments.ts';
import { formatCsv } from './csv.ts';
import type { RankedPeriod } from './ranked.ts';
import { formatTable } from './table.ts';

export function formatRanking(ranked: RankedPeriod, { format, language }: RankOptions): string {
  if (format === 'json') return formatJson(ranked);
  return format === 'csv' ? formatCsv(ranked) : formatTable(ranked, language);
}

/** The whole result with its digest, in the one canonical text. */
function formatJson({ result, digest, standings }: RankedPeriod): string {
  return `${canonicalJson({ digest, result, standings })}\n`;
}

/** Why one unit has its points and its place, as lines; in Vietnamese, as the unit reads it. */
export function formatExplanation(
  { result, rules }: RankedPeriod,
  unitId: string,
  { format }: RankOptions,
): string {
  const unit = result.units.find((each) => each.unitId === unitId);
  const lines = unit === undefined ? [] : explainUnit(unit, rules, result);
  if (format === 'json') return `${canonicalJson({ unitId, lines })}\n`;
  return lines
    .map(({ kind, text }, index) =>
      kind === 'heading' ? `${index === 0 ? '' : '\n'}${text}\n` : `  ${text}\n`,
    )
    .join('');
}

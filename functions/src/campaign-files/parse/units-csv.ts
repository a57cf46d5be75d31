import { z } from 'zod';
import type { Track } from '../../domain/campaign/campaign.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import { checkSpan } from '../check/checks.ts';
import type { Issues } from '../issues.ts';
import { readTrack } from './criteria-csv.ts';
import { code, day, text } from './fields.ts';
import { readRows } from './read-rows.ts';

export const UNITS_FILE = /^units[A-Za-z0-9_.-]*\.csv$/;

export const unitRow = z.strictObject({
  unit_id: code('unit'),
  name: text,
  track: code('track').optional(),
  cluster: text.optional(),
  participant_vi: text.optional(),
  successor: code('unit').optional(),
  valid_from: day.optional(),
  valid_to: day.optional(),
});

export interface Units {
  readonly all: readonly Unit[];
  /** Every column that some file has beyond the known ones. */
  readonly attributes: ReadonlySet<string>;
  readonly isWhole: boolean;
}

/** Reads the registers of units, one file after the other. */
export function readUnits(
  files: readonly (readonly [name: string, text: string])[],
  tracks: readonly Track[],
  issues: Issues,
): Units {
  const attributes = new Set<string>();
  const all: Unit[] = [];
  let isWhole = files.length > 0;
  for (const [file, content] of files) {
    const { table, rows } = readRows(file, content, { schema: unitRow, keepsOthers: true }, issues);
    for (const column of table.headers) {
      if (column in unitRow.shape) continue;
      if (!ATTRIBUTE.test(column))
        issues.add({
          code: 'code_malformed',
          what: 'attribute',
          value: column,
          at: { file, row: 1, column },
        });
      attributes.add(column);
    }
    for (const { read, others } of rows) {
      const track = readTrack(read, tracks, issues);
      checkSpan(read.valid_from, read.valid_to, read, 'valid_to', issues);
      isWhole &&= read.unit_id !== undefined;
      const unit: Unit = {
        id: read.unit_id ?? '',
        name: read.name ?? '',
        track: track?.code ?? '',
        // Without clusters the whole track is one.
        cluster: read.cluster ?? track?.name ?? '',
        ...(read.participant_vi && { participant: read.participant_vi }),
        ...(read.successor && { successor: read.successor }),
        attributes: others,
        ...(read.valid_from && { validFrom: read.valid_from }),
        ...(read.valid_to && { validTo: read.valid_to }),
      };
      all.push(issues.placeLike(unit, read));
    }
    isWhole &&= table.complete;
  }
  return { all, attributes, isWhole };
}

/** A word or two; no sign that means something in `na_when`. */
const ATTRIBUTE = /^\p{L}[\p{L}\p{N} _.-]{0,63}$/u;

import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../functions/src/domain/issue.ts';
import { edited, issuesIn, SMALL } from '../small-campaign.ts';

/** What is written wrong into the small campaign's files, and every issue that it has to be told by. */
type Case = readonly [name: string, edits: readonly Edit[], issues: readonly Issue[]];
type Edit = readonly [file: string, from: string, to: string];

/** The checks of one part of the files. */
export function finds(group: string, cases: readonly Case[]): void {
  describe(`the checks of a campaign’s files: ${group}`, () => {
    it.each(cases)('finds %s', (_, edits, expected) => {
      expect(issuesIn(edited(SMALL, ...edits))).toEqual(expected);
    });
  });
}

export const json = (row: number, column?: string) => ({
  file: 'campaign.json',
  row,
  ...(column && { column }),
});
export const criteria = (row: number, column: string) => ({ file: 'criteria.csv', row, column });
export const units = (row: number, column: string) => ({ file: 'units.csv', row, column });
export const targets = (row: number, column?: string) => ({
  file: 'targets.csv',
  row,
  ...(column && { column }),
});
export const members = (row: number, column: string) => ({ file: 'members.csv', row, column });
export const jsonEdit = (from: string, to: string): Edit => ['campaign.json', from, to];
export const criteriaEdit = (from: string, to: string): Edit => ['criteria.csv', from, to];
export const unitsEdit = (from: string, to: string): Edit => ['units.csv', from, to];

import { z } from 'zod';
import { formCells, from, idText } from './shapes.ts';

const fileName = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,60}\.(?:json|csv)$/);

/** A campaign's whole configuration as its files, or as those of the office's forms that were touched. */
export const campaignProposal = {
  campaign: idText,
  files: z.record(fileName, z.string()).optional(),
  cells: z
    .strictObject({
      units: formCells.optional(),
      members: formCells.optional(),
      criteria: formCells.optional(),
      targets: formCells.optional(),
      settings: formCells.optional(),
    })
    .optional(),
  ...from,
};

export const MOST_PROPOSAL_BYTES = 20_000_000; // 10,000 units with their targets

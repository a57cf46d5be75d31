import { z } from 'zod';
import { writeDocx } from '../../adapters/docx/write-docx.ts';
import { planDecisionDocument } from '../../usecases/decisions/decision-document.ts';
import { endpoint } from '../endpoint.ts';
import { candidateId } from '../shapes/council-shapes.ts';
import { idText } from '../shapes/shapes.ts';

/** A decision, or a certificate for one of its subjects, as a .docx file in base64. */
export const decisionDocumentEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({
    campaign: idText,
    decision: idText,
    kind: z.enum(['decision', 'certificate']),
    subject: candidateId.optional(),
  }),
  mayCall: { officer: 'campaign', admin: 'campaign', leader: 'campaign' },
  async answer(order, { acting }) {
    const { fileName, plan } = await planDecisionDocument(acting.store, order);
    return { fileName, base64: Buffer.from(await writeDocx(plan)).toString('base64') };
  },
});

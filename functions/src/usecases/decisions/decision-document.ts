import { AppError } from '../../domain/app-error.ts';
import { councilRulesOn } from '../../domain/campaign/council-rules.ts';
import { type Decision, decisionId } from '../../domain/decision/decision.ts';
import type { DocumentPlan } from '../../domain/decision/document.ts';
import { certificate } from '../../messages/vi/documents/certificate.ts';
import { type DecisionWords, decisionDocument } from '../../messages/vi/documents/decision-document.ts';
import type { Reader } from '../../ports/store.ts';
import { setupOf } from '../rules-of.ts';

export interface DocumentOrder {
  readonly decision: string;
  readonly kind: 'decision' | 'certificate';
  /** Of a certificate: the candidate it is for. */
  readonly subject?: string | undefined;
}

export interface PlannedDocument {
  readonly fileName: string;
  readonly plan: DocumentPlan;
}

/**
 * What a decision's document says, or a certificate for one of its subjects, by what the campaign says of decisions
 * on the day it was signed. Throws AppError not_found, decisions_not_set_up; decision_revoked for a certificate of
 * what holds no more.
 */
export async function planDecisionDocument(
  reader: Reader,
  { decision: id, kind, subject }: DocumentOrder,
): Promise<PlannedDocument> {
  const [{ campaign }, decision] = await Promise.all([setupOf(reader), reader.decision(id)]);
  if (decision === undefined) throw new AppError('not_found', { what: 'decision' });
  const rules = councilRulesOn(campaign, decision.signedOn).decisions;
  if (rules === undefined) throw new AppError('decisions_not_set_up');
  const revoked = decision.revokes === undefined ? undefined : await reader.decision(decision.revokes);
  const words: DecisionWords = { campaign: campaign.name, rules, revoked };
  if (kind === 'certificate') return certificateOf(decision, subject, words);
  return { fileName: `quyet-dinh-${decisionId(decision)}.docx`, plan: decisionDocument(decision, words) };
}

function certificateOf(decision: Decision, id: string | undefined, words: DecisionWords): PlannedDocument {
  const { kind, subjects } = decision;
  const subject = subjects.find(({ candidate }) => candidate === id);
  if (kind === 'revocation' || subject === undefined) throw new AppError('not_found', { what: 'candidate' });
  if (subject.revoked !== undefined)
    throw new AppError('decision_revoked', { reference: subject.revoked.reference });
  const fileName = `chung-nhan-${decisionId(decision)}-${subject.candidate}.docx`;
  return { fileName, plan: certificate({ ...decision, kind }, subject, words) };
}

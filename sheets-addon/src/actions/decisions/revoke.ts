import type { DecisionAnswer, RevokedDecision } from '../../backend/council-answers.ts';
import { linesOf } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Field } from '../../screen.ts';
import { MOST_REASON } from '../forms/unlock.ts';
import { officeVisit } from '../office/office-visit.ts';
import { refilled } from '../refilled.ts';
import { type Action, address, call, screen, text } from '../visit.ts';
import { chooseDecision, decidedButtons, decisionFacts } from './decision.ts';
import { readDecisions, signingFields, signingOf } from './read-decisions.ts';

/** Thu hồi quyết định, the question: which one, for whom, why. */
export const revoke: Action = (desk, asked) =>
  officeVisit(desk, 'revoke', desk.words.titles.revoke, (visit) => {
    const { words } = desk;
    const list = readDecisions(desk);
    const holding = list.decisions.filter(
      ({ kind, revoked }) => kind !== 'revocation' && revoked !== 'whole',
    );
    const found = holding.find(({ id }) => id === asked.decision);
    if (found === undefined)
      return chooseDecision(desk, visit, holding, 'revoke', words.decisions.noneToRevoke);
    const { revoke } = words.decisions;
    return screen(
      visit.context,
      visit.title,
      [
        { kind: 'heading', text: revoke.question(found.reference) },
        decisionFacts(desk, found),
        text(revoke.consequence, 'warning'),
        {
          kind: 'ask',
          fields: refilled(
            [...revocationFields(desk, found), ...signingFields(desk, visit.context, list)],
            asked,
          ),
          buttons: [
            {
              label: revoke.now,
              call: call('revoke-now', { decision: found.id, requestKey: desk.newKey() }),
              look: 'danger',
              busy: words.busy.move,
            },
            { label: words.buttons.cancel, call: call('decision', { decision: found.id }) },
          ],
        },
      ],
      { again: call('revoke', { decision: found.id }) },
    );
  });

/** Revoked by a numbered decision of its own. */
export const revokeNow: Action = (desk, asked) =>
  officeVisit(desk, 'revoke-now', desk.words.titles.revoke, ({ context, title }) => {
    const { words } = desk;
    const { revocation, decision } = desk.backend.post<RevokedDecision>('/revoke-decision', {
      ...address(desk),
      decision: asked.decision ?? '',
      subjects: linesOf(asked.subjects),
      reason: asked.reason ?? '',
      ...signingOf(desk, asked),
      requestKey: asked.requestKey,
    });
    return screen(
      context,
      title,
      [
        text(words.decisions.revoke.done(decision.reference, revocation.reference), 'good'),
        decidedButtons(desk, revocation),
      ],
      { again: call('decision', { decision: revocation.id }) },
    );
  });

function revocationFields({ words }: Desk, { subjects }: DecisionAnswer): readonly Field[] {
  const { revoke } = words.decisions;
  const held = subjects.filter(({ revoked }) => revoked === undefined);
  return [
    {
      kind: 'checks',
      name: 'subjects',
      label: revoke.subjects,
      options: held.map(({ candidate, name }) => ({ value: candidate, label: name })),
      values: held.map(({ candidate }) => candidate),
      required: true,
    },
    {
      kind: 'lines',
      name: 'reason',
      label: revoke.reason,
      help: revoke.reasonHelp,
      required: true,
      most: MOST_REASON,
    },
  ];
}

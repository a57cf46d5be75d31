import type { DecisionAnswer, DocumentAnswer } from '../../backend/council-answers.ts';
import type { ActionName, CallArguments } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import type { Block, Screen } from '../../screen.ts';
import { type OfficeVisit, officeVisit } from '../office/office-visit.ts';
import { type Action, buttons, call, campaignOf, screen, text } from '../visit.ts';
import { decisionOption, readDecisions, shownDay } from './read-decisions.ts';

/** Quyết định, giấy chứng nhận: which one. */
export const decisions: Action = (desk) =>
  officeVisit(desk, 'decisions', desk.words.titles.decisions, (visit) =>
    chooseDecision(desk, visit, readDecisions(desk).decisions, 'decision', desk.words.decisions.none),
  );

/** One decision: what it says, whether it holds, and its documents. */
export const decision: Action = (desk, asked) =>
  withDecision(desk, 'decision', asked, ({ context, title }, found) => {
    const { words } = desk;
    return screen(
      context,
      title,
      [
        decisionFacts(desk, found),
        {
          kind: 'sections',
          sections: [
            {
              heading: words.decisions.subjects,
              lines: found.subjects.map((subject) => subjectLine(desk, subject)),
              open: true,
            },
          ],
        },
        decidedButtons(desk, found),
        certificateAsk(desk, found),
      ],
      { again: call('decision', { decision: found.id }) },
    );
  });

/** Its .docx, or a certificate's: written by the functions, kept by whoever presses the link. */
export const document: Action = (desk, asked) =>
  withDecision(desk, 'document', asked, ({ context, title }, found) => {
    const { words } = desk;
    const { fileName, base64 } = desk.backend.get<DocumentAnswer>('/decision-document', {
      campaign: campaignOf(desk),
      decision: found.id,
      kind: asked.subject === undefined ? 'decision' : 'certificate',
      subject: asked.subject,
    });
    return screen(
      context,
      title,
      [
        decisionFacts(desk, found),
        text(words.decisions.document.ready, 'good'),
        {
          kind: 'download',
          label: words.decisions.document.save(fileName),
          fileName,
          mediaType: DOCX,
          base64,
        },
        buttons({ label: words.titles.decisions, call: call('decision', { decision: found.id }) }),
      ],
      { again: call('document', asked) },
    );
  });

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

function withDecision(
  desk: Desk,
  action: ActionName,
  asked: CallArguments,
  work: (visit: OfficeVisit, found: DecisionAnswer) => Screen,
): Screen {
  return officeVisit(desk, action, desk.words.titles.decisions, (visit) => {
    const all = readDecisions(desk).decisions;
    const found = all.find(({ id }) => id === asked.decision);
    return found === undefined
      ? chooseDecision(desk, visit, all, 'decision', desk.words.decisions.none)
      : work(visit, found);
  });
}

/** The newest are enough: older ones are in the tab Quyết định, and hardly anybody prints or revokes them. */
const MOST_OFFERED = 500;

export function chooseDecision(
  desk: Desk,
  { context, title, action }: OfficeVisit,
  all: readonly DecisionAnswer[],
  next: ActionName,
  none: string,
): Screen {
  const { words } = desk;
  const options = all.slice(0, MOST_OFFERED).map((each) => decisionOption(desk, each));
  return screen(
    context,
    title,
    options.length === 0
      ? [text(none)]
      : [
          {
            kind: 'ask',
            fields: [{ kind: 'choice', name: 'decision', label: words.decisions.choose, options }],
            buttons: [{ label: words.decisions.show, call: call(next), look: 'main' }],
          },
        ],
    { again: call(action === 'revoke' ? 'revoke' : 'decisions') },
  );
}

export function decisionFacts({ words }: Desk, found: DecisionAnswer): Block {
  const { facts, revoked } = words.decisions;
  const { reference, kindName, signedOn, signer } = found;
  return {
    kind: 'facts',
    facts: [
      { name: facts.reference, value: reference },
      { name: facts.kind, value: kindName },
      { name: facts.signedOn, value: shownDay(signedOn) },
      { name: facts.signer, value: `${signer.name}, ${signer.position}` },
      { name: facts.revoked, value: revoked[found.revoked], tone: found.revoked === 'no' ? 'good' : 'bad' },
    ],
  };
}

/** What one does with a decision once it is there. */
export function decidedButtons({ words }: Desk, { id, kind, revoked }: DecisionAnswer): Block {
  const isRevocable = kind !== 'revocation' && revoked !== 'whole';
  return buttons(
    {
      label: words.decisions.document.decision,
      call: call('document', { decision: id }),
      look: 'main',
      busy: words.decisions.document.busy,
    },
    isRevocable ? { label: words.titles.revoke, call: call('revoke', { decision: id }) } : undefined,
  );
}

function certificateAsk({ words }: Desk, { id, kind, subjects }: DecisionAnswer): Block | undefined {
  const held = subjects.filter(({ revoked }) => revoked === undefined);
  if (kind === 'revocation' || held.length === 0) return undefined;
  return {
    kind: 'ask',
    fields: [
      {
        kind: 'choice',
        name: 'subject',
        label: words.decisions.document.certificateOf,
        options: held.map(({ candidate, name }) => ({ value: candidate, label: name })),
      },
    ],
    buttons: [
      {
        label: words.decisions.document.certificate,
        call: call('document', { decision: id }),
        look: 'plain',
        busy: words.decisions.document.busy,
      },
    ],
  };
}

function subjectLine(
  { words }: Desk,
  { name, achievement, revoked }: DecisionAnswer['subjects'][number],
): string {
  const said = `${name}: ${achievement}`;
  return revoked === undefined
    ? said
    : `${said}. ${words.decisions.revoke.told(revoked.reference, revoked.reason)}`;
}

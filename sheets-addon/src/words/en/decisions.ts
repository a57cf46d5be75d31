import type { viDecisions } from '../vi/decisions.ts';

export const enDecisions: typeof viDecisions = {
  facts: { reference: 'Number', kind: 'Kind', signedOn: 'Signed', signer: 'Signer', revoked: 'State' },
  revoked: { no: 'in force', in_part: 'revoked in part', whole: 'revoked' },
  none: 'There is no decision yet.',
  noneToRevoke: 'No decision in force can be revoked.',
  nothingPassed: 'Nobody has passed a ballot and is without a decision. Close the ballot first.',
  noSigners: 'No signers are set up. Add them in the tab Thiết lập and save the configuration.',
  choose: 'Decision',
  chooseBallot: 'Issue a decision on:',
  group: (kind, title, count) => `${kind} – ${title} (${count})`,
  option: (reference, day, kind, count) => `${reference} · ${day} · ${kind} · ${count}`,
  show: 'Show',
  subjects: 'Subjects',
  signer: 'Signer',
  signedOn: 'Signed on',
  signedOnHelp: 'Day/month/year, such as 12/04/2024; not before the ballot was closed.',

  decide: {
    question: (kind) => `Issue a decision: ${kind}?`,
    field: (name) => `Field of ${name}`,
    noField: 'not chosen',
    becomes: (name) => `Does ${name} become a new exemplar?`,
    becomesNo: 'No',
    becomesYes: 'Yes, the cycle starts again',
    consequence: 'It gets its number at once and is never changed; a wrong one is revoked, with a reason.',
    now: 'Issue the decision',
    busy: 'Issuing the decision…',
    done: (reference, day) => `Decision ${reference} of ${day} is issued.`,
    exemplars: (ids) => `New exemplars: ${ids}.`,
  },

  revoke: {
    question: (reference) => `Revoke decision ${reference}?`,
    subjects: 'Revoke for',
    reason: 'Reason',
    reasonHelp: 'It stands in the revocation, and wherever the decision is named.',
    consequence: 'A numbered decision revokes it. Whoever it made an exemplar is none any more.',
    now: 'Revoke the decision',
    done: (reference, revocation) => `Decision ${reference} is revoked by decision ${revocation}.`,
    told: (reference, reason) => `Revoked by ${reference}, reason: ${reason}`,
  },

  document: {
    decision: 'Get the decision (.docx)',
    certificate: 'Get the certificate (.docx)',
    certificateOf: 'Certificate of',
    busy: 'Writing the document…',
    ready: 'The document is ready. Press to keep it.',
    save: (fileName) => `Save ${fileName}`,
  },
};

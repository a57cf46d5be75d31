import type { viCouncil } from '../vi/council.ts';

export const enCouncil: typeof viCouncil = {
  none: 'There is no ballot yet. Once an officer opens one, it is here.',
  noneOpen: 'No ballot is open.',
  chooseOpen: 'Several ballots are open. Choose one:',
  ended: 'Closed',
  gone: 'This ballot is not there any more. Choose the menu item again.',

  facts: {
    how: 'How',
    voted: 'Voted',
    needed: 'Needed to be valid',
    notVoted: 'Not voted yet',
    minutes: 'Minutes',
  },
  secrecy: { secret: 'secret', open: 'open' },
  ofMembers: (count, members) => `${count} of ${members} members`,
  choices: { yes: 'Yes', nay: 'No', nil: 'Blank' },
  candidate: (name, outcome) => `${name} – ${outcome}`,

  vote: {
    button: 'Vote',
    change: 'Change my vote',
    next: 'Look it over',
    secret: 'Secret: only that you voted is kept. Nobody, not even the officers, learns what.',
    open: 'Open: the officers see what you vote. You may change it until the ballot is closed.',
    confirm: 'Vote like this?',
    final: 'A secret vote cannot be changed or taken back.',
    now: 'Vote now',
    busy: 'Voting…',
    done: 'Your vote was received.',
    before: 'Your secret vote had been received before and counts once; this one is not counted again.',
    voted: 'You have voted in secret; it cannot be changed.',
    votedOpen: 'You have voted; you may change it until the ballot is closed.',
    notIn: 'This account is not among the voters fixed when the ballot was opened.',
    notOpen: 'This ballot is not open any more.',
  },

  count: {
    valid: (voted, members) => `Valid: ${voted} of ${members} members voted.`,
    invalid: (voted, members, needed) =>
      `Not valid: ${voted} of ${members} members voted, ${needed} are needed. Nobody passed; another ballot may be opened.`,
    voided: (reason) => `Void, for the period was reopened. Reason: ${reason}`,
    minutes: (minutes) => `Minutes: ${minutes}`,
    result: (who, yes, no, blank, passed) =>
      `${who}: yes ${yes}, no ${no}, blank ${blank}; ${passed ? 'passed' : 'not passed'}.`,
    neededToPass: (count) => `${count} votes for are needed to pass.`,
  },

  open: {
    toReview: 'Review who caught up or surpassed',
    toNomination: 'The period’s nominations',
    question: (title) => `Open: ${title}?`,
    nobody: 'There is nobody left to vote on in this period.',
    candidates: 'Put to the vote',
    consequence: 'Candidates, voters and rules are fixed by opening it. Members vote from the menu Thi đua.',
    now: 'Open the ballot',
    done: (title) => `Opened: ${title}.`,
    learnersHelp:
      'The numbers propose, the council judges. Less may be proposed; who has no points needs evidence.',
    learner: (name, exemplar) => `${name} learns from ${exemplar}`,
    share: (share) => `${share} of the exemplar.`,
    noNumbers: 'There are no numbers; evidence is needed.',
    stand: { none: 'Not this time', caught_up: 'Caught up', surpassed: 'Surpassed' },
    evidence: (name) => `Evidence of ${name}`,
    cannot: (count) => `Cannot stand yet: ${count}`,
    below: 'the numbers are below catching up.',
    missing: 'there are no numbers in this period.',
    none: 'Choose at least one learner.',
    noLearners: 'Nobody learns from an exemplar yet.',
  },

  written: {
    whose: 'Papers of',
    whoseOne: 'Paper of',
    everybody: 'All members have voted.',
    explain:
      'Votes of absent members in writing: whose they are, and what they come to for each candidate. The three numbers add up to the number of members.',
    explainOpen: 'Votes of absent members in writing, one member at a time.',
    final: 'This cannot be changed afterwards.',
    now: 'Record',
    done: (count) => `Recorded: written votes of ${count} members.`,
  },

  close: {
    question: (title) => `Close: ${title}?`,
    tooFew: 'Too few have voted: closed now, the ballot is not valid and nobody passes.',
    consequence: 'Once closed, no votes are taken and it cannot be opened again.',
    minutes: 'Minutes: number and date',
    minutesHelp: 'For example: 05/BB-HĐ of 12/04/2024.',
    now: 'Close the ballot',
    done: 'The ballot is closed.',
  },
};

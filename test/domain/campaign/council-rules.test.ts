import { describe, expect, it } from 'vitest';
import { DEFAULT_BALLOT_RULES } from '../../../functions/src/domain/ballot/ballot.ts';
import { parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import { councilRulesOn } from '../../../functions/src/domain/campaign/council-rules.ts';
import { rulesFor } from '../../../functions/src/domain/campaign/rules-for.ts';
import { campaignOf, day, MONTHS_OF_2024 } from '../build/campaign.ts';

const open = { ...DEFAULT_BALLOT_RULES, secrecy: 'open' } as const;
const decisions = {
  scheme: '{n}/QĐ',
  issuer: 'BAN CHỈ ĐẠO',
  place: 'Ba Tri',
  grounds: [],
  recipients: [],
  signers: [{ code: 'TB', name: 'Nguyễn Văn A', position: 'TRƯỞNG BAN' }],
};
const campaign = campaignOf({
  settings: [
    { ballots: { nomination: open }, decisions },
    {
      validFrom: day('2024-07-01'),
      ballots: { review: open },
      review: { caughtUp: 9_000, surpassed: 11_000 },
    },
  ],
});

describe('the council’s rules', () => {
  it('have defaults for everything but decisions', () => {
    expect(councilRulesOn(campaignOf(), day('2024-03-31'))).toEqual({
      ballots: { nomination: DEFAULT_BALLOT_RULES, review: DEFAULT_BALLOT_RULES },
      review: { caughtUp: 10_000, surpassed: 10_500 },
    });
  });

  it('are those of the day, each section in the place of the one before it', () => {
    expect(councilRulesOn(campaign, day('2024-06-30'))).toEqual({
      ballots: { nomination: open, review: DEFAULT_BALLOT_RULES },
      decisions,
      review: { caughtUp: 10_000, surpassed: 10_500 },
    });
    expect(councilRulesOn(campaign, day('2024-07-01'))).toEqual({
      ballots: { nomination: DEFAULT_BALLOT_RULES, review: open },
      decisions,
      review: { caughtUp: 9_000, surpassed: 11_000 },
    });
  });

  it('are no part of what a period is evaluated by', () => {
    const august = parsePeriod('2024-08', MONTHS_OF_2024)!;
    expect(rulesFor(campaign, august)).toEqual(rulesFor(campaignOf(), august));
  });
});

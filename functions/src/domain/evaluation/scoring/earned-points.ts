import type { Criterion } from '../../campaign/criterion.ts';
import { type Micropoints, ZERO_POINTS } from '../../numbers/micropoints.ts';
import { bonusPoints } from './bonus.ts';
import { countPoints } from './count.ts';
import { deductionPoints } from './deduction.ts';
import { directPoints } from './direct.ts';
import type { Earned, Figure, Targeted } from './figure.ts';
import { informationPoints } from './information.ts';
import type { Measured } from './measure.ts';
import { type Peer, peerRelativePoints } from './peer-relative.ts';
import { percentPoints } from './percent.ts';
import { tieredPoints } from './tiered.ts';
import { yesNoPoints } from './yes-no.ts';

/** Points by the criterion's rule, before coefficient and rescaling; a missing answer earns nothing. */
export function earnedPoints(criterion: Criterion, measured: Measured, leader: Peer | undefined): Earned {
  if (measured.status !== 'measured') return { micropoints: ZERO_POINTS };
  const { scoring, max } = criterion;
  const figure = measured.figure ?? NOTHING;
  switch (scoring.kind) {
    case 'direct':
      return plain(directPoints(max, criterion.mayBeNegative === true, figure));
    case 'percent':
      return percentPoints(max, scoring.minimumRatio, targeted(figure));
    case 'tiered':
      return tieredPoints(scoring, figure);
    case 'yes_no':
      return plain(yesNoPoints(max, measured.answer?.kind === 'yes_no' && measured.answer.value));
    case 'count':
      return plain(countPoints(max, scoring.micropointsEach, figure));
    case 'peer_relative':
      return plain(peerRelativePoints(max, targeted(figure), leader));
    case 'bonus':
      return plain(bonusPoints(max, scoring.micropointsEach, figure));
    case 'deduction':
      return plain(deductionPoints(max, scoring.micropointsEach, figure));
    case 'information':
      return plain(informationPoints());
  }
}

const NOTHING: Figure = { value: 0n };
const plain = (micropoints: Micropoints): Earned => ({ micropoints });

/** measure() calls nothing "measured" that lacks a target it needs. */
function targeted({ value, target }: Figure): Targeted {
  if (target === undefined) throw new RangeError('a figure without its target');
  return { value, target };
}

import { z } from 'zod';
import { closeBallot } from '../../usecases/ballots/close-ballot.ts';
import { endpoint } from '../endpoint.ts';
import { inTurn } from '../in-turn.ts';
import { sealOf } from '../seal.ts';
import { ballotAddress, minutesText } from '../shapes/council-shapes.ts';
import { from, once } from '../shapes/shapes.ts';

/** Closes a ballot with its minutes and counts it. */
export const closeBallotEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ ...ballotAddress, minutes: minutesText, ...from, ...once }),
  mayCall: { officer: 'campaign' },
  answer: (order, { acting, config }) =>
    inTurn(`${order.campaign}/ballots/${order.ballot}`, () =>
      closeBallot(acting, order, sealOf(config, order.campaign)),
    ),
});

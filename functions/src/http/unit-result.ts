import { z } from 'zod';
import { readUnitResult } from '../usecases/read-unit-result.ts';
import { EVERY_MEMBER, endpoint } from './endpoint.ts';
import { unitAddress } from './shapes.ts';

/** What one unit got and why. Units see what is published; the others see it as soon as it is evaluated. */
export const unitResultEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject(unitAddress),
  mayCall: EVERY_MEMBER,
  answer: (address, { acting, scope }) =>
    readUnitResult(acting.store, { ...address, publishedOnly: scope.reach === 'own_units' }),
});

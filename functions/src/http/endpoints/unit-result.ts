import { z } from 'zod';
import { readUnitResult } from '../../usecases/periods/read-unit-result.ts';
import { EVERY_MEMBER, endpoint } from '../endpoint.ts';
import { unitAddress } from '../shapes/shapes.ts';

const versionNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);

/** What one unit got and why. Units see what is published; the others see it as soon as it is evaluated. `version`: an earlier one. */
export const unitResultEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({ ...unitAddress, version: versionNumber.optional() }),
  mayCall: EVERY_MEMBER,
  answer: (address, { acting, scope }) =>
    readUnitResult(acting.store, { ...address, publishedOnly: scope.reach === 'own_units' }),
});

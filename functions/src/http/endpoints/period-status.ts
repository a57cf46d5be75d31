import { z } from 'zod';
import { readPeriodStatus } from '../../usecases/periods/read-period-status.ts';
import { EVERY_MEMBER, endpoint } from '../endpoint.ts';
import { periodAddress } from '../shapes/shapes.ts';

/** Where a period stands, and each unit's form in it; a unit editor sees the own units. */
export const periodStatusEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject(periodAddress),
  mayCall: EVERY_MEMBER,
  answer: ({ period }, { acting, scope }) =>
    readPeriodStatus(acting.store, period, scope.reach === 'own_units' ? scope.unitIds : undefined),
});

import { z } from 'zod';
import { dayIn } from '../../usecases/day-in.ts';
import { openSnapshot } from '../../usecases/publishing/snapshot.ts';
import { readRegisterRules } from '../../usecases/registers/read-register-rules.ts';
import { endpoint } from '../endpoint.ts';
import { registerAddressed, registerName } from '../shapes/register-address.ts';
import { idText } from '../shapes/shapes.ts';

/** All that it takes to check a register's tab as save-register would, its kept rows included. */
export const registerRulesEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({ campaign: idText, register: registerName, unitId: idText.optional() }),
  mayCall: { unit_editor: 'own_units', officer: 'campaign' },
  async answer(address, { acting: { store, now }, scope }) {
    const declaration = registerAddressed(address, scope);
    const snapshot = openSnapshot(store);
    const { campaign } = await snapshot.setup();
    return readRegisterRules(snapshot, declaration, { ...address, today: dayIn(campaign.timeZone, now()) });
  },
});

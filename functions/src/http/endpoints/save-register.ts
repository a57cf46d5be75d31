import { z } from 'zod';
import { saveRegister } from '../../usecases/registers/save-register.ts';
import { endpoint } from '../endpoint.ts';
import { registerAddressed, registerName } from '../shapes/register-address.ts';
import { formCells, from, idText, once } from '../shapes/shapes.ts';

/** The rows of a register's tab, checked only or for keeps. */
export const saveRegisterEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    campaign: idText,
    register: registerName,
    unitId: idText.optional(),
    cells: formCells,
    checkOnly: z.boolean().optional(),
    ...from,
    ...once,
  }),
  mayCall: { unit_editor: 'own_units', officer: 'campaign' },
  mostBytes: 10_000_000, // thousands of rows
  answer: (order, { acting, scope }) => saveRegister(acting, registerAddressed(order, scope), order),
});

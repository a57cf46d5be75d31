import { z } from 'zod';
import { AppError } from '../../domain/app-error.ts';
import type { RegisterDeclaration } from '../../domain/register/register.ts';
import { REGISTERS, registerOf } from '../../domain/register/registers.ts';
import type { Scope } from '../endpoint.ts';

export const registerName = z.enum(Object.keys(REGISTERS));

/**
 * The register that a request is about. One in units' workbooks is asked for with its unit, the office's without, and
 * by those alone who reach every unit. Throws AppError malformed, forbidden.
 */
export function registerAddressed(
  { register, unitId }: { readonly register: string; readonly unitId?: string | undefined },
  { reach }: Scope,
): RegisterDeclaration {
  const declaration = registerOf(register);
  if (declaration === undefined) throw new AppError('malformed', { why: 'register', field: 'register' });
  if (declaration.home === 'office' && reach !== 'campaign') throw new AppError('forbidden');
  if ((declaration.home === 'unit') !== (unitId !== undefined))
    throw new AppError('malformed', {
      why: unitId === undefined ? 'missing' : 'not_expected',
      field: 'unitId',
    });
  return declaration;
}

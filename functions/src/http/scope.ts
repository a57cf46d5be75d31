import { AppError } from '../domain/app-error.ts';
import type { Member } from '../ports/member.ts';
import type { MayCall, Reach, Scope } from './endpoint.ts';

/** How far the member reaches here. Throws AppError forbidden: no member, no role, no unit, no answer. */
export function scopeOf(member: Member | undefined, mayCall: MayCall): Scope {
  const reaches: Partial<Record<string, Reach>> = mayCall;
  const reached = (member?.roles ?? []).map((role) => reaches[role]);
  if (reached.includes('campaign')) return { reach: 'campaign' };
  if (!reached.includes('own_units') || member!.unitIds.length === 0) throw new AppError('forbidden');
  return { reach: 'own_units', unitIds: member!.unitIds };
}

export function includesUnit(scope: Scope, unitId: string): boolean {
  return scope.reach === 'campaign' || scope.unitIds.includes(unitId);
}

import type { RegisterId } from './reference-kind.ts';
import type { RegisterDeclaration } from './register.ts';
import { club, clubMeeting, clubMember } from './registers/club.ts';
import { event } from './registers/event.ts';
import { factor } from './registers/factor.ts';
import { learning } from './registers/learning.ts';
import { propagation } from './registers/propagation.ts';
import { rapporteur, session } from './registers/rapporteur.ts';
import { registration } from './registers/registration.ts';
import { unitVote } from './registers/unit-vote.ts';

/** Every register, in the order of its tabs. A new one is its declaration and a line here. */
export const REGISTERS = {
  registration,
  factor,
  unit_vote: unitVote,
  learning,
  propagation,
  event,
  club,
  club_member: clubMember,
  club_meeting: clubMeeting,
  rapporteur,
  session,
} satisfies Readonly<Record<RegisterId, RegisterDeclaration>>;

const ALL: ReadonlyMap<RegisterId, RegisterDeclaration> = new Map(Object.entries(REGISTERS));

export function registerOf(id: RegisterId): RegisterDeclaration | undefined {
  return ALL.get(id);
}

export function registersOf(home: RegisterDeclaration['home']): readonly RegisterDeclaration[] {
  return [...ALL.values()].filter((register) => register.home === home);
}

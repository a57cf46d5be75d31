/** The five steps of an exemplar, as the campaign names them (DOMAIN R12–R18). */
export type ExemplarStep = 'built' | 'propagated' | 'learned' | 'reviewed' | 'decided';

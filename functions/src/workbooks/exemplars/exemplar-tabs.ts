import type { TableTab } from '../../domain/publishing/wanted.ts';
import { catchingUpTab } from './catching-up-tab.ts';
import { clubsTab } from './clubs-tab.ts';
import { decisionsTab } from './decisions-tab.ts';
import type { ExemplarView } from './exemplar-view.ts';
import { exemplarsTab } from './exemplars-tab.ts';
import { learningTab } from './learning-tab.ts';
import { rapporteursTab } from './rapporteurs-tab.ts';
import { reachTab } from './reach-tab.ts';
import { registrantHistoryTab } from './registrant-history-tab.ts';
import { unitHistoryTab } from './unit-history-tab.ts';

/**
 * What leaders see of the exemplars. A tab comes with the first thing to show in it, and stays: what it shows is never
 * deleted, and a tab that is no longer wanted would go on showing what was.
 */
export function exemplarTabs(view: ExemplarView): TableTab[] {
  const { exemplars, learners, decisions, periods, rows } = view;
  const has = (register: string) => rows(register).length > 0;
  return [
    ...(exemplars.length > 0 ? [exemplarsTab(view)] : []),
    ...(learners.length > 0 ? [learningTab(view)] : []),
    ...(learners.length > 0 && periods.length > 0 ? [catchingUpTab(view)] : []),
    ...(has('propagation') ? [reachTab(view)] : []),
    ...(has('club') ? [clubsTab(view)] : []),
    ...(has('rapporteur') ? [rapporteursTab(view)] : []),
    ...(decisions.length > 0 ? [decisionsTab(view)] : []),
    ...(periods.length > 0 ? [unitHistoryTab(view)] : []),
    ...(has('registration') ? [registrantHistoryTab(view)] : []),
  ];
}

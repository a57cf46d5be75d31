import type { ContextPeriod } from './backend/answers.ts';
import type { Tab } from './desk.ts';

/** A unit's form of one period, by its tab's metadata. */
export interface FormTab {
  readonly period: string;
  readonly tab: Tab;
  /** The person looks at a copy of this tab, which is not what is checked and collected. */
  readonly copy?: Tab;
}

export type FormChoice =
  | { readonly form: FormTab }
  /** Several would do, and the person looks at none of them. */
  | { readonly several: readonly FormTab[] }
  | { readonly none: true };

/**
 * The form that a person means: the one asked for, else the one in front, else the only one of an open period. Where
 * the server is away (`periods` undefined) the newest tab has to do.
 *
 * A tab that was copied carries the same mark as the original, which has the id that the functions gave it.
 */
export function chooseForm(
  tabs: readonly Tab[],
  periods: readonly ContextPeriod[] | undefined,
  asked: string | undefined,
  idOf: (tabKey: string) => number,
): FormChoice {
  const forms = formsOf(tabs, idOf);
  const inFront = tabs.find((tab) => tab.isActive);
  const wanted = forms.find(({ period }) => period === (asked ?? periodOf(inFront)));
  if (wanted !== undefined) {
    const isCopy = inFront !== undefined && periodOf(inFront) === wanted.period && inFront !== wanted.tab;
    return { form: isCopy ? { ...wanted, copy: inFront } : wanted };
  }
  const open = periods?.filter(({ state }) => state === 'open').map(({ period }) => period);
  const possible = open === undefined ? forms.slice(-1) : forms.filter(({ period }) => open.includes(period));
  const [only, ...others] = possible;
  if (only === undefined) return { none: true };
  return others.length === 0 ? { form: only } : { several: possible };
}

/** One for each period, by period. */
function formsOf(tabs: readonly Tab[], idOf: (tabKey: string) => number): readonly FormTab[] {
  const found = new Map<string, Tab>();
  for (const tab of tabs) {
    const period = periodOf(tab);
    if (period !== undefined && (!found.has(period) || tab.sheetId === idOf(tab.key))) found.set(period, tab);
  }
  return [...found].map(([period, tab]) => ({ period, tab })).sort((a, b) => (a.period < b.period ? -1 : 1));
}

function periodOf(tab: Tab | undefined): string | undefined {
  return /^form:(.+)$/.exec(tab?.key ?? '')?.[1];
}

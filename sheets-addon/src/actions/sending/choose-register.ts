import { sheetIdOf } from '../../../../functions/src/domain/publishing/stable-id.ts';
import type { RegisterDeclaration } from '../../../../functions/src/domain/register/register.ts';
import { registersOf } from '../../../../functions/src/domain/register/registers.ts';
import type { Book, Tab } from '../../desk.ts';

/** A register and the tab it stands in. */
export interface RegisterTab {
  readonly declaration: RegisterDeclaration;
  readonly tab: Tab;
  /** The person looks at a copy of this tab, which is not what is sent. */
  readonly copy?: Tab;
}

/** The registers of this workbook, in the order of its tabs' declarations. A copied tab carries the same mark. */
export function registersIn({ kind }: Pick<Book, 'kind'>, tabs: readonly Tab[]): readonly RegisterTab[] {
  if (kind !== 'unit' && kind !== 'office') return [];
  return registersOf(kind).flatMap((declaration) => {
    const key = keyOf(declaration);
    const marked = tabs.filter((tab) => tab.key === key);
    const tab = marked.find(({ sheetId }) => sheetId === sheetIdOf(key)) ?? marked[0];
    return tab === undefined ? [] : [{ declaration, tab }];
  });
}

/** The register that is meant: the one asked for, else the one in front. */
export function chooseRegister(
  registers: readonly RegisterTab[],
  tabs: readonly Tab[],
  asked: string | undefined,
): RegisterTab | undefined {
  const inFront = tabs.find(({ isActive }) => isActive);
  const chosen = registers.find(({ declaration }) =>
    asked === undefined ? keyOf(declaration) === inFront?.key : declaration.id === asked,
  );
  if (chosen === undefined || inFront === undefined) return chosen;
  const isCopy = inFront.key === keyOf(chosen.declaration) && inFront !== chosen.tab;
  return isCopy ? { ...chosen, copy: inFront } : chosen;
}

/** As the functions mark it (workbooks/registers/register-tab.ts). */
const keyOf = ({ id }: RegisterDeclaration): string => `register:${id}`;

import { describe, expect, it } from 'vitest';
import { type MenuEntry, menuOf, type WorkbookKind } from '../../sheets-addon/src/menus.ts';
import { helpIn } from '../../sheets-addon/src/sidebar/help.ts';

const KINDS = ['unit', 'office', 'summary'] as const satisfies readonly WorkbookKind[];

describe('the help of the page', () => {
  it('says as much in English as in Vietnamese', () => {
    const shapeOf = (language: 'vi' | 'en') =>
      KINDS.map((kind) => helpIn(language, 'tháng').sections[kind].map(({ lines }) => lines.length));
    expect(shapeOf('en')).toEqual(shapeOf('vi'));
    for (const kind of [...KINDS, 'none'] as const)
      expect(helpIn('en', 'tháng').intro[kind]).not.toBe(helpIn('vi', 'tháng').intro[kind]);
  });

  it.each(KINDS)('names items of the menu as the menu does (%s)', (kind) => {
    const labelsOf = (entry: MenuEntry): readonly string[] => {
      if (entry === 'separator') return [];
      return 'items' in entry ? entry.items.flatMap(labelsOf) : [entry.label];
    };
    const labels = KINDS.flatMap((each) => menuOf(each).flatMap(labelsOf));
    const lines = helpIn('vi', 'tháng').sections[kind].flatMap((section) => section.lines);
    const named = lines.flatMap((line) =>
      [...line.matchAll(/Thi đua, ([^,.:;]+)/g)].map(([, name]) => name!),
    );
    expect(named.filter((name) => !labels.some((label) => label.startsWith(name.trim())))).toEqual([]);
  });
});

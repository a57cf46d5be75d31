import type { At } from '../../domain/at.ts';
import type { ScoringKind } from '../../domain/campaign/criterion.ts';
import type { Issue } from '../../domain/issue.ts';
import { SETUP_FORMS, type SetupFormId } from '../../domain/setup/setup-forms.ts';
import { METHOD_WORDS, ROLE_WORDS } from '../../domain/setup/setup-words.ts';
import { CAMPAIGN_FILE } from '../parse/read-campaign-json.ts';
import { PARAMETER_WORDS } from './parameter-words.ts';
import { SECTIONS } from './settings-sections.ts';
import { choiceWords, fieldWord, sectionWord } from './settings-words.ts';
import { rowNumber } from './sheet-cells.ts';

/** Where the parts of the files stand in the tabs; undefined where a tab is not there. */
export interface Places {
  readonly inSettings: ((path: string) => At) | undefined;
  readonly inTable: (
    id: Exclude<SetupFormId, 'settings'>,
    row: number,
    column: string | undefined,
  ) => At | undefined;
}

/** An issue of the files as one of the tabs: its place a cell, and its names those that people see there. */
export function inCells(issue: Issue, places: Places): Issue {
  const at = placeOf(issue.at, places);
  return at === undefined ? issue : { ...inWords(issue, places), at };
}

function placeOf({ file = '', row = 0, column }: At, { inSettings, inTable }: Places): At | undefined {
  if (file === CAMPAIGN_FILE) return inSettings?.(column ?? '');
  const id = TABLES[file];
  return id && inTable(id, row, column);
}

const TABLES: Readonly<Record<string, Exclude<SetupFormId, 'settings'>>> = {
  'criteria.csv': 'criteria',
  'units.csv': 'units',
  'targets.csv': 'targets',
  'members.csv': 'members',
};

function inWords(issue: Issue, places: Places): Issue {
  switch (issue.code) {
    case 'field_invalid':
    case 'field_missing':
    case 'field_unknown': {
      const field = labelOf(issue.at, issue.field);
      if (issue.code !== 'field_invalid' || issue.choices === undefined) return { ...issue, field };
      return { ...issue, field, choices: [...choiceWords(issue.field, issue.choices).values()] };
    }
    case 'parameter_missing':
    case 'parameter_unknown':
    case 'parameter_invalid': {
      const parameter = PARAMETER_WORDS[issue.parameter] ?? labelOf(issue.at, issue.parameter);
      if (issue.code === 'parameter_invalid') return { ...issue, parameter };
      return { ...issue, parameter, kind: METHOD_WORDS[issue.kind as ScoringKind] ?? issue.kind };
    }
    case 'section_missing': {
      const form = SETUP_FORMS[issue.section as SetupFormId];
      return { ...issue, section: form?.tab ?? sectionWord(issue.section) };
    }
    case 'code_unknown':
      return issue.what === 'role'
        ? { ...issue, value: ROLE_WORDS[issue.value as keyof typeof ROLE_WORDS] ?? issue.value }
        : issue;
    case 'row_repeated': {
      const earlier = placeOf({ ...issue.at, row: issue.earlier }, places);
      return earlier === undefined ? issue : { ...issue, earlier: rowNumber(earlier) };
    }
    default:
      return issue;
  }
}

/** What people see where the file says "ratio" or "next_keys[1]". */
function labelOf({ file = '', column = '' }: At, field: string): string {
  const name = field.replace(/\[\d+\]$/, '');
  const id = TABLES[file];
  if (id !== undefined) return SETUP_FORMS[id].columns.find(({ key }) => key === name)?.header ?? field;
  const path = column.replace(/\[\d+\]/g, '');
  const section = SECTIONS.findLast((each) => path === each.path || path.startsWith(`${each.path}.`));
  if (section === undefined) return sectionWord(name);
  const own = path.slice(section.path.length + 1);
  return (
    [own, name].map((each) => fieldWord(section.path, each)).find((word) => word !== own && word !== name) ??
    field
  );
}

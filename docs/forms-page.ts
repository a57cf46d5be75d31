// Writes docs/forms.md out of the declarations of all forms: node docs/forms-page.ts

import { writeFileSync } from 'node:fs';
import { appraisalForm } from '../functions/src/domain/form/appraisal-form.ts';
import type { ColumnKind, FormColumn, FormDeclaration } from '../functions/src/domain/form/form.ts';
import { submissionForm } from '../functions/src/domain/form/submission-form.ts';
import type { RegisterColumn, RegisterDeclaration } from '../functions/src/domain/register/register.ts';
import { registerOf, registersOf } from '../functions/src/domain/register/registers.ts';
import { SETUP_FORMS } from '../functions/src/domain/setup/setup-forms.ts';

/** The page, Markdown. A test holds the file against it. */
export function formsPage(): string {
  return [
    INTRODUCTION,
    '## Forms of a period',
    ...[submissionForm, appraisalForm].map((form) => chapter(form)),
    '## The campaign’s configuration',
    'In the office’s workbook; [campaign.md](campaign.md) tells what each field means.',
    ...Object.values(SETUP_FORMS).map((form) => chapter(form, form.purpose)),
    '## Registers in each unit’s workbook',
    ...registersOf('unit').map(registerChapter),
    '## Registers in the office’s workbook',
    ...registersOf('office').map(registerChapter),
    '',
  ].join('\n\n');
}

const INTRODUCTION = `# Forms and registers

Every tab that people fill is one declaration in \`functions/src/domain\`. From it come the tab with its headers, notes and drop-downs, the parser with its issues and cells, the check in the sheet and on the server, and this page: \`node docs/forms-page.ts\` writes it, and a test holds it.

A **register** is a form that grows. Each row has a code of its own, which is written when the row is first sent; a row is amended and never deleted, and every revision is kept. A new register is one file in \`functions/src/domain/register/registers\` and its line in \`registers.ts\`.

| Kind of cell | What may stand there |
| --- | --- |
${Object.entries(kindWords())
  .map(([kind, words]) => `| ${kind} | ${words} |`)
  .join('\n')}

Columns in *italics* are written by the functions and closed to typing; a column with ● must be filled wherever its row says anything.`;

/** In the order of the page. */
function kindWords(): Readonly<Record<ColumnKind, string>> {
  return {
    code: 'what the row is about',
    text: 'words, kept as they were typed; at most 2,000 characters',
    choice: 'one of the choices',
    yes_no: 'Có or Không, and the other ways to say so',
    number: 'a number, with a decimal comma or point',
    answer: 'read by the row’s criterion: a number, Có or Không, words',
    whole: 'a count, 0 or more',
    day: '31/03/2024, also with `-` or `.` between, or 2024-03-31',
    link: 'an address that begins with `https://` or `http://`',
    reference: 'the code of something else, alone or before “ – ” and its name, as the drop-down writes it',
  };
}

function registerChapter(register: RegisterDeclaration): string {
  return chapter(register, `${register.purpose} Codes: \`${register.prefix}-XXXXXX\`.`);
}

function chapter({ tab, id, mostRows, columns }: FormDeclaration, purpose?: string): string {
  const rows = columns.map((column) => {
    const { header, key, entry, required, help } = column;
    const name = entry === 'given' ? `*${header}*` : `${header}${required ? ' ●' : ''}`;
    return `| ${[name, `\`${key}\``, whatStandsThere(column), help].map(cell).join(' | ')} |`;
  });
  return [
    `### ${tab}`,
    `${purpose === undefined ? '' : `${purpose} `}Declared as \`${id}\`; at most ${mostRows.toLocaleString('en')} rows.`,
    ['| Column | Key | Kind | Help |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

function whatStandsThere(column: FormColumn & Partial<RegisterColumn>): string {
  const { kind, choices, refersTo, listOf, step } = column;
  if (refersTo !== undefined)
    return `${kind}: ${nameOf(refersTo)}${step === undefined ? '' : `, ${STEPS[step]}`}`;
  if (listOf !== undefined) return `codes: ${nameOf(listOf)}`;
  return choices === undefined ? kind : `${kind}: ${choices.join(', ')}`;
}

function nameOf(what: string): string {
  const register = registerOf(what);
  return register === undefined ? what : `a row of ${register.tab}`;
}

const STEPS: Readonly<Record<string, string>> = {
  built: 'praised by a decision in force',
  propagated: 'made known',
  learned: 'learned from',
  reviewed: 'reviewed',
  decided: 'recognised',
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

if (import.meta.main) writeFileSync(new URL('forms.md', import.meta.url), formsPage());

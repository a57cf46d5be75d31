import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { present } from '../../domain/present.ts';
import { type Level, levelOf, type OperationRow } from '../../domain/watch/operations.ts';
import type { OperationNames } from '../../messages/operation-words.ts';
import { requireWorkbook } from '../../usecases/require-workbook.ts';
import { setupOf } from '../../usecases/rules-of.ts';
import { readOperations } from '../../usecases/watch/read-operations.ts';
import { momentText } from '../../workbooks/moment.ts';
import { operationNames } from '../../workbooks/office/operation-names.ts';
import { codeOf } from '../../workbooks/office/operations-tab.ts';
import { endpoint } from '../endpoint.ts';
import type { Language } from '../language.ts';
import { sentences } from '../sentences.ts';
import { from, idText } from '../shapes/shapes.ts';

/**
 * Vận hành as it is at this moment: the rows in words, and the same as blocks that the sidebar draws
 * (sheets-addon/src/screen.ts), for the add-on's script has no room for them.
 */
export const operationsEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({ campaign: idText, ...from }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  async answer({ spreadsheetId }, { acting: { store, now: officeNow }, language }) {
    await requireWorkbook(store, 'office', spreadsheetId);
    const [operations, { campaign }] = await Promise.all([
      readOperations(store, { now: () => new Date(), officeNow }),
      setupOf(store),
    ]);
    const names = namesIn(language, campaign);
    const rows = operations.rows.map((row) => rowBody(row, names, language));
    return { at: officeNow().toISOString(), rows, blocks: blocksOf(rows, campaign.timeZone, language) };
  },
});

interface RowBody {
  readonly level: Level;
  readonly about: string;
  readonly state: string;
  readonly at?: string;
  readonly todo?: string;
  /** Of a trace. */
  readonly code?: string;
  /** Of what can be tried again, and where it fails, be given up. */
  readonly workbook?: string;
  readonly mayDrop?: true;
}

function rowBody(row: OperationRow, names: OperationNames, language: Language): RowBody {
  const { about, state, todo } = sentences[language].explainOperation(row, names);
  const stuck = row.about === 'failing' || row.about === 'dropped' ? row : undefined;
  return present({
    level: levelOf(row),
    about,
    state,
    at: row.at,
    todo: todo === '' ? undefined : todo,
    code: codeOf(row),
    workbook: stuck?.workbook,
    mayDrop: stuck?.about === 'failing' || undefined,
  });
}

const MOST_REASON = 500;

function blocksOf(rows: readonly RowBody[], timeZone: string, language: Language): readonly object[] {
  const { levels, sidebar } = sentences[language];
  const toSee = rows.filter(({ level }) => level === 'act').length;
  const entries = rows.map(({ level, about, state, at, todo, code }) => {
    const more = [todo, code && sidebar.code(code)].filter(Boolean).join(' ');
    return {
      when: at === undefined ? '' : sidebar.moment(momentText(new Date(at), timeZone)),
      who: levels[level],
      text: `${about}: ${state}`,
      ...(more !== '' && { more }),
    };
  });
  const does = (action: string, workbook?: string) => ({
    do: 'operations',
    with: present({ action, workbook, requestKey: action === 'watch' ? undefined : randomUUID() }),
  });
  const watch = { label: sidebar.watch, call: does('watch'), look: 'main', busy: sidebar.watching };
  return [
    { kind: 'text', text: sidebar.headline(toSee), tone: toSee === 0 ? 'good' : 'warning' },
    { kind: 'entries', entries },
    ...rows.flatMap(({ about, workbook, mayDrop }) => {
      if (workbook === undefined) return [];
      const { busy, drop, dropHelp } = sidebar;
      const retry = { label: sidebar.retry(about), call: does('retry', workbook), busy };
      const give = { label: drop, call: does('drop', workbook), look: 'danger', busy };
      const reason = { kind: 'lines', name: 'reason', required: true, most: MOST_REASON };
      const field = { ...reason, label: sidebar.dropReason(about), help: dropHelp };
      return [
        { kind: 'buttons', buttons: [retry] },
        ...(mayDrop ? [{ kind: 'ask', fields: [field], buttons: [give] }] : []),
      ];
    }),
    { kind: 'buttons', buttons: [watch, { label: sidebar.provision, call: { do: 'provision' } }] },
  ];
}

function namesIn(language: Language, campaign: Campaign): OperationNames {
  const names = operationNames(campaign);
  if (language === 'vi') return names;
  const units = new Map(campaign.units.map(({ id, name }) => [`unit:${id}`, name]));
  const words: Readonly<Record<string, string>> = {
    office: 'the office’s workbook',
    summary: 'the summary',
    units: 'every unit’s workbook',
  };
  return {
    workbook: (id) =>
      id === undefined ? 'a workbook' : (words[id] ?? `the workbook of ${units.get(id) ?? id}`),
    period: (id) => id,
    error: sentences.en.explainError,
  };
}

import { z } from 'zod';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { present } from '../domain/present.ts';
import { levelOf, type OperationRow } from '../domain/watch/operations.ts';
import type { OperationNames } from '../messages/operation-words.ts';
import { setupOf } from '../usecases/rules-of.ts';
import { readOperations } from '../usecases/watch/read-operations.ts';
import { operationNames } from '../workbooks/operation-names.ts';
import { codeOf } from '../workbooks/operations-tab.ts';
import { endpoint } from './endpoint.ts';
import type { Language } from './language.ts';
import { sentences } from './sentences.ts';
import { idText } from './shapes.ts';

/** Vận hành as it is at this moment, in words; what can be tried again or given up names its workbook. */
export const operationsEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({ campaign: idText }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  async answer(_, { acting: { store, now: officeNow }, language }) {
    const [{ rows }, { campaign }] = await Promise.all([
      readOperations(store, { now: () => new Date(), officeNow }),
      setupOf(store),
    ]);
    const names = namesIn(language, campaign);
    const { headline, watch, watching, drop, dropHelp } = sentences[language].sidebar;
    const toSee = rows.filter((row) => levelOf(row) === 'act').length;
    return {
      at: officeNow().toISOString(),
      headline: headline(toSee),
      labels: { watch, watching, drop, dropHelp },
      rows: rows.map((row) => rowBody(row, names, language)),
    };
  },
});

function rowBody(row: OperationRow, names: OperationNames, language: Language) {
  const { explainOperation, levels, sidebar } = sentences[language];
  const { about, state, todo } = explainOperation(row, names);
  const level = levelOf(row);
  const stuck = row.about === 'failing' || row.about === 'dropped' ? row : undefined;
  return present({
    level,
    levelWord: levels[level],
    about,
    state,
    at: row.at,
    todo: todo === '' ? undefined : todo,
    code: codeOf(row),
    workbook: stuck?.workbook,
    retry: stuck && sidebar.retry(about),
    drop: stuck?.about === 'failing' ? sidebar.dropReason(about) : undefined,
  });
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

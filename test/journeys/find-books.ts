import type { OpenOffice } from '../../local/office/open-office.ts';
import { findWorkbooks } from '../../local/sample/find-workbooks.ts';
import { SAMPLE_ADDRESS } from '../../local/sample/run-sample.ts';

/** Spreadsheet ids by workbook, as a person finds them in Drive. */
export function findBooks(
  { functions, sheets, identity }: OpenOffice,
  campaign: string,
  email: string,
): Promise<ReadonlyMap<string, string>> {
  const { audience } = SAMPLE_ADDRESS;
  const office = { functionsUrl: functions.url, sheetsUrl: sheets.url, audience, campaign, issuer: identity };
  return findWorkbooks(office, email);
}

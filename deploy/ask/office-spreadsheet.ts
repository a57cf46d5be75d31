import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';

export interface DatabaseAddress {
  readonly project: string;
  readonly database: string;
  readonly campaign: string;
}

/** The spreadsheet of *Điều hành*, read with the credentials of whoever deploys; undefined before it was made. */
export async function officeSpreadsheet(address: DatabaseAddress): Promise<string | undefined> {
  const client = await openFirestore(address.project, address.database);
  try {
    return (await openStore(client, address.campaign).workbook('office'))?.spreadsheetId;
  } finally {
    await client.firestore.terminate();
  }
}

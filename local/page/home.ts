import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { Google } from './google.ts';

export interface HomeWorkbook {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly kind: 'unit' | 'office' | 'summary' | 'other';
  readonly mayEdit: boolean;
  readonly modifiedAt: string;
  readonly owner?: string;
}

const SPREADSHEETS = "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false";
const FIELDS =
  'nextPageToken,files(id,name,appProperties,modifiedTime,capabilities(canEdit),owners(emailAddress))';

/** Every spreadsheet that the person may open, as that person's own Drive lists them. */
export async function listWorkbooks(google: Google, campaign: string): Promise<HomeWorkbook[]> {
  const found: HomeWorkbook[] = [];
  let pageToken: string | undefined;
  do {
    const query = new URLSearchParams({ q: SPREADSHEETS, fields: FIELDS, pageSize: '1000' });
    if (pageToken !== undefined) query.set('pageToken', pageToken);
    const page = await google.get<drive_v3.Schema$FileList>(`/drive/v3/files?${query}`);
    for (const file of page.files ?? []) {
      const [owner] = file.owners ?? [];
      found.push({
        spreadsheetId: file.id!,
        title: file.name ?? '',
        kind: kindOf(file.appProperties ?? {}, campaign),
        mayEdit: file.capabilities?.canEdit ?? false,
        modifiedAt: file.modifiedTime ?? '',
        ...(owner?.emailAddress && { owner: owner.emailAddress }),
      });
    }
    pageToken = page.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  const collator = new Intl.Collator('vi', { numeric: true });
  return found.sort((a, b) => collator.compare(a.title, b.title));
}

/** A copy made by hand carries no properties of ours, so it is "other". */
function kindOf(properties: Readonly<Record<string, string>>, campaign: string): HomeWorkbook['kind'] {
  if (properties.dienHinhCampaign !== campaign) return 'other';
  const workbook = properties.dienHinhWorkbook ?? '';
  if (workbook === 'office' || workbook === 'summary') return workbook;
  return workbook.startsWith('unit:') ? 'unit' : 'other';
}

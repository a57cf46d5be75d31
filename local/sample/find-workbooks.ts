import type { OfficeAddress } from './people.ts';

/** Spreadsheet ids by workbook ("summary", "office", "unit:X29110"): what a person's Drive shows of the campaign. */
export async function findWorkbooks(
  office: OfficeAddress,
  email: string,
): Promise<ReadonlyMap<string, string>> {
  const [{ drive }, { OAuth2Client }] = await Promise.all([
    import('googleapis/build/src/apis/drive/index.js'),
    import('google-auth-library'),
  ]);
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: await office.issuer.accessTokenFor(email) });
  const files = drive({ version: 'v3', auth, rootUrl: `${office.sheetsUrl}/` }).files;
  const found = new Map<string, string>();
  let pageToken: string | undefined;
  do {
    const { data } = await files.list({
      q: `appProperties has { key='dienHinhCampaign' and value='${office.campaign}' } and trashed = false`,
      fields: 'nextPageToken, files(id, appProperties)',
      pageSize: 1000,
      pageToken,
    });
    for (const { id, appProperties } of data.files ?? [])
      if (id && appProperties?.dienHinhWorkbook) found.set(appProperties.dienHinhWorkbook, id);
    pageToken = data.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return found;
}

import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { AppError } from '../../domain/app-error.ts';
import { MARK } from '../../domain/publishing/current.ts';
import type { FoundFile } from '../../domain/watch/check-workbook.ts';
import { levelEmail } from '../../domain/watch/plan-sharing.ts';
import { callGoogle, type Patience } from '../google-call.ts';
import { CALL_OPTIONS, type GoogleAccess, once } from '../google-client.ts';
import { type SheetsPace, UNPACED } from '../pace.ts';

/** Looks at files without changing them. */
export interface FileWatch {
  /** The folder on a shared drive that workbooks are made in; undefined where they are the functions' own. */
  readonly folder: string | undefined;
  /** One call to Drive and one to Sheets; on a shared drive, where a file does not list its permissions, one more. */
  look(fileId: string, patience: Patience): Promise<FoundFile>;
  /** Takes it out of the trash. */
  restore(fileId: string, patience: Patience): Promise<void>;
}

const PERMISSION = 'id,type,role,emailAddress,domain';

export function openFileWatch(
  access: GoogleAccess,
  folder: string | undefined,
  pace: SheetsPace = UNPACED,
): FileWatch {
  const clients = once(async () => {
    const [{ drive_v3: driveApi }, { sheets_v4: sheetsApi }, auth] = await Promise.all([
      import('googleapis/build/src/apis/drive/v3.js'),
      import('googleapis/build/src/apis/sheets/v4.js'),
      access.auth(),
    ]);
    const options = { auth, ...(access.rootUrl && { rootUrl: access.rootUrl }) };
    return { drive: new driveApi.Drive(options), sheets: new sheetsApi.Sheets(options) };
  });
  const everywhere = folder ? { supportsAllDrives: true } : {};

  const allPermissions = async (drive: drive_v3.Drive, fileId: string, patience: Patience) => {
    const found: drive_v3.Schema$Permission[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await callGoogle('file', patience, () =>
        drive.permissions.list(
          {
            fileId,
            fields: `nextPageToken,permissions(${PERMISSION},permissionDetails)`,
            pageSize: 100,
            ...(pageToken !== undefined && { pageToken }),
            ...everywhere,
          },
          CALL_OPTIONS,
        ),
      );
      found.push(...(data.permissions ?? []));
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    return found;
  };

  return {
    folder,
    async look(fileId, patience) {
      const { drive, sheets } = await clients();
      const fields = [
        'trashed,parents,owners(emailAddress),capabilities(canEdit,canShare)',
        ...(folder ? [] : [`permissions(${PERMISSION})`]),
      ].join(',');
      const get = () => drive.files.get({ fileId, fields, ...everywhere }, CALL_OPTIONS);
      const file = await callGoogle('file', patience, get).catch(unlessShut);
      if (file === undefined) return 'unreachable';
      const { trashed, parents, owners, capabilities } = file.data;
      const mayWrite = capabilities?.canEdit === true;
      const mayShare = mayWrite && capabilities.canShare === true;
      const owner = levelEmail(owners?.[0]?.emailAddress);
      const [permissions, book] = await Promise.all([
        folder && mayShare ? allPermissions(drive, fileId, patience) : file.data.permissions,
        callGoogle('spreadsheet', patience, async () => {
          await pace.reads.turn(patience);
          return sheets.spreadsheets.get({ spreadsheetId: fileId, fields: TABS }, CALL_OPTIONS);
        }).catch(unlessShut),
      ]);
      return {
        trashed: trashed === true,
        home: { folders: parents ?? [], ...(owner !== '' && { owner }) },
        mayWrite,
        mayShare,
        ...(permissions && { permissions }),
        openTabs: (book?.data.sheets ?? [])
          .filter(isLeftOpen)
          .map(({ properties }) => properties?.title ?? ''),
      };
    },

    async restore(fileId, patience) {
      const { drive } = await clients();
      const requestBody = { trashed: false };
      await callGoogle('file', patience, () =>
        drive.files.update({ fileId, requestBody, fields: 'id', ...everywhere }, CALL_OPTIONS),
      );
    },
  };
}

const TABS = 'sheets(properties(title),developerMetadata(metadataKey),protectedRanges(protectedRangeId))';

/** A tab of ours always has something that is not for people to fill; each has a protection after a delivery. */
function isLeftOpen({ developerMetadata, protectedRanges }: sheets_v4.Schema$Sheet): boolean {
  const isOurs = (developerMetadata ?? []).some(({ metadataKey }) => metadataKey === MARK.tab);
  return isOurs && (protectedRanges ?? []).length === 0;
}

/** Google says 404 of a file that is gone, and of one that we have no part in; 403 where a domain keeps it from us. */
function unlessShut(error: unknown): undefined {
  const isShut = error instanceof AppError && (error.code === 'not_found' || error.details.status === 403);
  if (!isShut) throw error;
}

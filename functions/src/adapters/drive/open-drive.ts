import type { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { AppError } from '../../domain/app-error.ts';
import { planSharing, type Sharing } from '../../domain/watch/plan-sharing.ts';
import { callGoogle, type Patience, whole } from '../google-call.ts';
import { CALL_OPTIONS, type GoogleAccess, once } from '../google-client.ts';

/** Files of the campaign. */
export interface Drive {
  /**
   * The id of the spreadsheet that carries these names, made if there is none. It is looked for first, so that a
   * crash between making it and remembering its id does not make a second one.
   */
  ensureSpreadsheet(name: FileName, patience: Patience): Promise<string>;
  /** Gives and takes access until exactly these people have it, besides the owner and the functions. */
  share(fileId: string, wanted: readonly Sharing[], patience: Patience): Promise<Shared>;
}

/** How many permissions a sharing took or changed, and how many it gave. */
export interface Shared {
  readonly taken: number;
  readonly given: number;
}

export interface FileName {
  readonly campaign: string;
  readonly workbook: string;
  /** The file's name as people see it. */
  readonly title: string;
}

/** Loads Google's Drive client when it is first needed. `folderId`: a folder on a shared drive, where files are made. */
export function openDrive(access: GoogleAccess, folderId: string | undefined): Drive {
  const client = once(async () => {
    const [{ drive_v3: api }, auth] = await Promise.all([
      import('googleapis/build/src/apis/drive/v3.js'),
      access.auth(),
    ]);
    return new api.Drive({ auth, ...(access.rootUrl && { rootUrl: access.rootUrl }) });
  });
  return {
    async ensureSpreadsheet({ campaign, workbook, title }, patience) {
      const drive = await client();
      const properties = { dienHinhCampaign: campaign, dienHinhWorkbook: workbook };
      const terms = Object.entries(properties).map(
        ([key, value]) => `appProperties has { key='${key}' and value='${quoted(value)}' }`,
      );
      const everywhere = folderId ? { supportsAllDrives: true } : {};
      // Looked for again before each attempt: an answer that got lost may have made the file.
      return callGoogle('file', patience, async () => {
        const found = await drive.files.list(
          {
            q: [...terms, 'trashed = false'].join(' and '),
            fields: 'files(id)',
            orderBy: 'createdTime',
            pageSize: 10,
            ...everywhere,
            ...(folderId && { includeItemsFromAllDrives: true }),
          },
          CALL_OPTIONS,
        );
        const existing = whole(found.data, ({ files }) => Array.isArray(files)).files![0]?.id;
        if (existing) return existing;
        const requestBody = {
          name: title,
          mimeType: 'application/vnd.google-apps.spreadsheet',
          appProperties: properties,
          // Of a file on a shared drive the drive itself says who may share.
          ...(folderId ? { parents: [folderId] } : { writersCanShare: false }),
        };
        const made = await drive.files.create({ requestBody, fields: 'id', ...everywhere }, CALL_OPTIONS);
        return whole(made.data, hasId).id!;
      });
    },

    async share(fileId, wanted, patience) {
      const drive = await client();
      const everywhere = folderId ? { supportsAllDrives: true } : {};
      const own = await access.account();
      const present: drive_v3.Schema$Permission[] = [];
      let pageToken: string | undefined;
      do {
        const data = await callGoogle('file', patience, async () => {
          const listed = await drive.permissions.list(
            {
              fileId,
              // Only what comes down from a shared drive is inherited there.
              fields: `nextPageToken,permissions(id,type,role,emailAddress${folderId ? ',permissionDetails' : ''})`,
              pageSize: 100,
              ...(pageToken !== undefined && { pageToken }),
              ...everywhere,
            },
            CALL_OPTIONS,
          );
          return whole(listed.data, ({ permissions }) => Array.isArray(permissions));
        });
        present.push(...(data.permissions ?? []));
        pageToken = data.nextPageToken ?? undefined;
      } while (pageToken !== undefined);
      const { grants, changes, revokes } = planSharing(present, wanted, own);
      // Taking away comes first, and one address that Google refuses does not stop the others.
      let refused: unknown;
      const each = async (call: () => Promise<unknown>) => {
        await callGoogle('file', patience, call).catch((error: unknown) => {
          if (!isRefused(error)) throw error;
          refused ??= error;
        });
      };
      for (const permissionId of revokes)
        await each(async () => {
          const gone = await drive.permissions.delete({ fileId, permissionId, ...everywhere }, CALL_OPTIONS);
          whole(gone, ({ status }) => status === 204);
        }).catch((error: unknown) => {
          if (!isGone(error)) throw error; // it went with a call whose answer got lost
        });
      for (const { permissionId, role } of changes)
        await each(async () => {
          const changed = await drive.permissions.update(
            { fileId, permissionId, requestBody: { role }, fields: 'id', ...everywhere },
            CALL_OPTIONS,
          );
          whole(changed.data, hasId);
        });
      for (const { email, role } of grants)
        await each(async () => {
          const given = await drive.permissions.create(
            {
              fileId,
              sendNotificationEmail: false,
              requestBody: { type: 'user', role, emailAddress: email },
              fields: 'id',
              ...everywhere,
            },
            CALL_OPTIONS,
          );
          whole(given.data, hasId);
        });
      if (refused !== undefined) throw refused;
      return { taken: revokes.length + changes.length, given: grants.length };
    },
  };
}

/** Google said no to this one call; asking again would not help. */
function isRefused(error: unknown): boolean {
  return error instanceof AppError && error.code === 'internal';
}

const hasId = ({ id }: { readonly id?: string | null }): boolean => typeof id === 'string';

function isGone(error: unknown): boolean {
  return error instanceof AppError && error.code === 'not_found';
}

/** Inside a Drive query's quotation marks. */
function quoted(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
}

import { z } from 'zod';
import type { WorkbookId } from '../../ports/workbook.ts';
import { readWorkbookContext } from '../../usecases/read-workbook-context.ts';
import { EVERY_MEMBER, endpoint, type Scope } from '../endpoint.ts';
import { includesUnit } from '../scope.ts';
import { jobBody } from '../shapes/job-body.ts';
import { idText, spreadsheetId } from '../shapes/shapes.ts';

/** Who is acting, which workbook this is, and where its periods stand: what a sidebar opens with. */
export const workbookContextEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({ campaign: idText, spreadsheetId }),
  mayCall: EVERY_MEMBER,
  async answer({ spreadsheetId: id }, { acting, scope, roles, language }) {
    const mayOpen = (workbook: WorkbookId) => mayStandIn(scope, workbook);
    const context = await readWorkbookContext(acting, { spreadsheetId: id, roles, mayOpen });
    return { ...context, jobs: context.jobs.map((job) => jobBody(job, language)) };
  },
});

/** Whoever reaches own units alone has business in their workbooks and in what all members read. */
function mayStandIn(scope: Scope, workbook: WorkbookId): boolean {
  if (scope.reach === 'campaign' || workbook === 'summary') return true;
  return workbook.startsWith('unit:') && includesUnit(scope, workbook.slice('unit:'.length));
}

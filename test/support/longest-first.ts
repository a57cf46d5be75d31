import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** From the longest on, so that no worker is left alone with one of them at the end; the rest goes by size. */
const LONG: readonly string[] = [
  'journeys/exemplar-in-browser',
  'faults/month',
  'local/firestore/kept',
  'journeys/office-in-browser',
  'journeys/start',
  'journeys/sample-months',
  'usecases/council/council-laws',
  'sheets-addon/journeys/sidebar',
  'sheets-addon/journeys/council',
  'http/attacks',
  'http/matrix',
  'http/deadline',
  'usecases/registers/save-register-at-once',
  'fuzz/fuzz',
  'http/secrecy',
  'http/jobs',
  'usecases/jobs/jobs-killed',
  'local/page/spreadsheet',
  'local/page/structure',
  'deploy/run',
];

/** Project by project, as vitest does, so that a worker goes on with what it has loaded. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const name = relative('test', moduleId).replace(/\.test\.ts$/, '');
      return LONG.includes(name) ? LONG.indexOf(name) : LONG.length;
    };
    const byProject = Object.groupBy(await super.sort(files), ({ project }) => project.name);
    return Object.values(byProject).flatMap((all = []) => all.sort((a, b) => rankOf(a) - rankOf(b)));
  }
}

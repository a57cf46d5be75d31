// What is kept in revisions: forms, appraisals, rows of registers. Each revision once, and each with its log entry.

import { codeOf, type Deed } from '../deeds.ts';
import { accounted, acknowledged } from './deeds-of.ts';
import {
  collection,
  type Document,
  differences,
  type Evidence,
  type Finding,
  gaps,
  logged,
} from './evidence.ts';

export function submissions(deeds: readonly Deed[], evidence: Evidence): Finding[] {
  const kept = inPeriods(evidence, 'submissions');
  const name = ({ period, unitId, revision, by }: Named) =>
    `${period} ${unitId} revision ${revision} by ${by}`;
  const revisions = kept.flatMap((each) => each.revisions);
  const found = (source: string) =>
    revisions
      .filter((revision) => revision.source === source)
      .map(({ submittedBy: by, ...rest }) => name({ ...rest, by }));
  const forms = acknowledged(deeds, 'submit-form');
  const changed = forms.filter(({ answer }) => (answer as { changed?: boolean }).changed);
  const told = changed.map((deed) =>
    name({ ...deed.body, revision: (deed.answer as Document).revision, by: deed.as }),
  );
  const givenUp = deeds
    .filter(({ verb, outcome }) => verb === 'submit-form' && outcome === 'given_up')
    .flatMap(({ body, as }) => [1, 2, 3].map((revision) => name({ ...body, revision, by: as })));
  const inLog = (action: string) =>
    logged(evidence, action).map(({ details, ...entry }) => name({ ...entry, ...(details as Document) }));
  const refused = deeds.filter((deed) => deed.verb === 'submit-form' && codeOf(deed) === 'has_issues');
  return [
    ...kept.flatMap(whole),
    ...accounted('forms', told, found('submitted'), givenUp),
    ...differences('log of forms', found('submitted'), inLog('form_submitted')),
    ...differences('log of collected forms', found('collected'), inLog('form_collected')),
    ...changed.flatMap((deed) => holdsPoints(deed, revisions)),
    ...differences(
      'log of refusals',
      refused.map(({ body }) => `${body.period} ${body.unitId}`),
      logged(evidence, 'form_refused').map(({ period, unitId }) => `${period} ${unitId}`),
    ),
    ...differences(
      'log of unlocked forms',
      acknowledged(deeds, 'unlock-form').map(({ body }) => `${body.period} ${body.unitId}`),
      logged(evidence, 'form_unlocked').map(({ period, unitId }) => `${period} ${unitId}`),
    ),
  ];
}

type Named = Readonly<Record<string, unknown>>;

function holdsPoints({ body, answer, holds = {} }: Deed, revisions: readonly Document[]): Finding[] {
  const { period, unitId } = body;
  const { revision } = answer as Document;
  const found = revisions.find(
    (each) => each.period === period && each.unitId === unitId && each.revision === revision,
  );
  const answers = (found?.answers ?? []) as readonly Document[];
  const reported = answers.find(({ criterion }) => criterion === 'C1')?.reported as Document | undefined;
  if (reported?.value === holds.C1) return [];
  return [`${period} ${unitId} revision ${revision} holds ${reported?.value}, sent was ${holds.C1}`];
}

export function appraisals(deeds: readonly Deed[], evidence: Evidence): Finding[] {
  const kept = inPeriods(evidence, 'appraisals');
  const name = ({ period, unitId, revision, by }: Named) =>
    `${period} ${unitId} revision ${revision} by ${by}`;
  const revisions = kept.flatMap((each) => each.revisions);
  const newest = new Map(kept.map((each) => [`${each.newest.period}/${each.newest.unitId}`, each.newest]));
  return [
    ...kept.flatMap(whole),
    ...differences(
      'log of appraisals',
      revisions.map(({ appraisedBy: by, ...rest }) => name({ ...rest, by })),
      logged(evidence, 'form_appraised').map(({ details, ...entry }) =>
        name({ ...entry, ...(details as Document) }),
      ),
    ),
    ...acknowledged(deeds, 'appraise').flatMap(({ body, holds = {} }) =>
      Object.entries(holds).flatMap(([unit, points]): Finding[] => {
        const [answer] = (newest.get(`${body.period}/${unit}`)?.answers ?? []) as readonly Document[];
        const value = (answer?.appraised as Document | undefined)?.value;
        return value === points
          ? []
          : [`appraisal of ${unit} in ${body.period}: ${value} instead of ${points}`];
      }),
    ),
  ];
}

export function registers(deeds: readonly Deed[], evidence: Evidence): Finding[] {
  const kept = underEach(evidence, 'registers', 'rows');
  const name = ({ register, code, revision, by }: Named) =>
    `${register} ${code} revision ${revision} by ${by}`;
  const rows = kept.flatMap((each) => each.revisions);
  const told = new Map(
    acknowledged(deeds, 'save-register').map(({ body, holds }) => [`${body.register}/${holds?.code}`, holds]),
  );
  return [
    ...kept.flatMap(whole),
    ...differences(
      'log of rows',
      rows.map((row) => `${row.revision === 1 ? 'added' : 'amended'} ${name({ ...row, by: row.savedBy })}`),
      logged(evidence, 'row_added', 'row_amended').map(
        ({ action, by, details }) =>
          `${String(action).replace('row_', '')} ${name({ ...(details as Document), by })}`,
      ),
    ),
    ...[...told].flatMap(([row, holds]): Finding[] => {
      const [register, code] = row.split('/');
      const values = evidence.documents[`registers/${register}/rows/${code}`]?.values as Document | undefined;
      return values?.target === holds?.target
        ? []
        : [`row ${row}: ${values?.target} instead of ${holds?.target}`];
    }),
  ];
}

interface Kept {
  readonly path: string;
  readonly newest: Document;
  readonly revisions: readonly Document[];
}

const inPeriods = (evidence: Evidence, name: string) => underEach(evidence, 'periods', name);

function underEach({ documents }: Evidence, parents: string, name: string): readonly Kept[] {
  const pattern = new RegExp(`^${parents}/[^/]+/${name}/[^/]+$`);
  return Object.entries(documents).flatMap(([path, newest]): Kept[] => {
    if (!pattern.test(path)) return [];
    const older = [...collection(documents, `${path}/revisions`).values()];
    return [{ path, newest, revisions: [...older, newest] }];
  });
}

/** Revisions without gaps or repeats: the newest is the one that stands, the others were kept when it came. */
function whole({ path, newest, revisions }: Kept): Finding[] {
  const numbers = revisions.map(({ revision }) => Number(revision));
  return gaps(`revisions of ${path}`, numbers, Number(newest.revision));
}

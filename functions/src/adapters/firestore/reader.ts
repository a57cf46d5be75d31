import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Reader } from '../../ports/store.ts';
import { decode, decodeExisting } from './codecs/decode.ts';
import {
  appraisalCodec,
  appraisedUnitCodec,
  refusalCodec,
  SENT_FORM_FIELDS,
  sentFormCodec,
  submissionCodec,
} from './codecs/form.ts';
import { jobCodec } from './codecs/job.ts';
import { memberCodec } from './codecs/member.ts';
import { periodCodec } from './codecs/period.ts';
import { byAge, registerOwnerCodec, registerRowCodec } from './codecs/register.ts';
import { requestCodec } from './codecs/request.ts';
import { setupCodec } from './codecs/setup.ts';
import { workbookCodec } from './codecs/workbook.ts';
import { councilReader } from './council.ts';
import { logReader } from './log.ts';
import { outboxReader } from './outbox.ts';
import { isMemberId, type Paths } from './paths.ts';
import { resultReader } from './results.ts';
import type { All, One, Source } from './source.ts';
import { watchReader } from './watch.ts';

export function readerOf(source: Source, paths: Paths): Reader {
  const one: One = async (codec, reference) => decode(codec, await source.get(reference));
  const all: All = async (codec, query) =>
    (await source.list(query)).docs.map((snapshot) => decodeExisting(codec, snapshot));
  return {
    ...councilReader(one, all, paths),
    ...watchReader(one, all, paths),
    async setup(version) {
      const head = await one(setupCodec, version === undefined ? paths.head : paths.setup(version));
      if (head === undefined) return undefined;
      return { ...head, campaign: await source.content<Campaign>(head) };
    },
    campaignNamed: (name) => source.content<Campaign>(name),
    member: async (email) => (isMemberId(email) ? one(memberCodec, paths.member(email)) : undefined),
    members: () => all(memberCodec, paths.members),
    membersWith: (role) => all(memberCodec, paths.members.where('roles', 'array-contains', role)),
    membersOf: (unitId) => all(memberCodec, paths.members.where('unitIds', 'array-contains', unitId)),
    period: async (id) => one(periodCodec, paths.period(id)),
    periods: () => all(periodCodec, paths.periods),
    submission: async (period, unitId) => one(submissionCodec, paths.submission(period, unitId)),
    submissions: async (period) => all(submissionCodec, paths.submissions(period)),
    submissionsBetween: async (period, { after, upTo }) => {
      const byUnit = paths.submissions(period).orderBy('__name__');
      const behind = after === undefined ? byUnit : byUnit.startAfter(after);
      return all(submissionCodec, upTo === undefined ? behind : behind.endAt(upTo));
    },
    sentForms: async (period) => all(sentFormCodec, paths.submissions(period).select(...SENT_FORM_FIELDS)),
    appraisal: async (period, unitId) => one(appraisalCodec, paths.appraisal(period, unitId)),
    appraisals: async (period) => all(appraisalCodec, paths.appraisals(period)),
    async appraisedUnits(period) {
      const found = await all(appraisedUnitCodec, paths.appraisals(period).select('unitId'));
      return found.map(({ unitId }) => unitId);
    },
    refusal: async (period, unitId) => one(refusalCodec, paths.refusal(period, unitId)),
    refusals: async (period) => all(refusalCodec, paths.refusals(period)),
    ...resultReader(source, one, paths),
    registerRevision: async (register, unitId) =>
      (await one(registerOwnerCodec, paths.registerOwner(register, unitId)))?.revision ?? 0,
    registerRow: async (register, code) => one(registerRowCodec, paths.registerRow(register, code)),
    async registerRows(register, unitId) {
      const rows = paths.registerRows(register);
      const found = await all(
        registerRowCodec,
        unitId === undefined ? rows : rows.where('unitId', '==', unitId),
      );
      return [...found].sort(byAge);
    },
    workbook: async (id) => one(workbookCodec, paths.workbook(id)),
    workbooks: () => all(workbookCodec, paths.workbooks),
    async workbookIn(spreadsheetId) {
      const found = await all(
        workbookCodec,
        paths.workbooks.where('spreadsheetId', '==', spreadsheetId).limit(1),
      );
      return found[0];
    },
    ...outboxReader(source, one, all, paths),
    job: async (key) => one(jobCodec, paths.job(key)),
    jobs: (most) => all(jobCodec, paths.jobs.orderBy('requestedAt', 'desc').limit(most)),
    unfinishedJobs: () => all(jobCodec, paths.jobs.orderBy('dueAt')),
    request: async (key) => one(requestCodec, paths.request(key)),
    ...logReader(source, paths),
  };
}

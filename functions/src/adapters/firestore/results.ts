import type { z } from 'zod';
import type { PeriodInputs } from '../../domain/evaluation/period-inputs.ts';
import type { PeriodResult, UnitResult } from '../../domain/evaluation/period-result.ts';
import type { ResultInParts, ResultReader } from '../../ports/result.ts';
import { periodCodec } from './codecs/period.ts';
import { resultCodec } from './codecs/result.ts';
import { parsePart } from './pages.ts';
import type { Paths } from './paths.ts';
import { restStretch, UnitCutter, unitStretch } from './result-text.ts';
import type { One, Source } from './source.ts';

type Head = z.infer<typeof resultCodec>;
type Parts = Pick<ResultInParts, 'unit' | 'units' | 'rest'>;

export function resultReader(source: Source, one: One, paths: Paths): ResultReader {
  const headOf = async (...[period, version]: Parameters<ResultReader['result']>) => {
    const newest = version ?? (await one(periodCodec, paths.period(period)))?.resultVersion ?? 0;
    return newest === 0 ? undefined : one(resultCodec, paths.result(period, newest));
  };
  return {
    async result(period, version) {
      const head = await headOf(period, version);
      return head && { ...storedOf(head), result: await source.content<PeriodResult>(head) };
    },
    async resultInParts(period, version) {
      const head = await headOf(period, version);
      return head && { ...storedOf(head), ...(partsOf(head, source, paths) ?? partsOfWhole(head, source)) };
    },
    async resultInputs(period, version) {
      const head = await headOf(period, version);
      return head && source.content<PeriodInputs>({ digest: head.inputsDigest, pages: head.inputsPages });
    },
  };
}

function storedOf({ version, setupVersion, evaluatedAt, evaluatedBy, digest }: Head) {
  return { version, setupVersion, evaluatedAt, evaluatedBy, digest };
}

function partsOf({ digest, pages, unitPages }: Head, source: Source, paths: Paths): Parts | undefined {
  if (unitPages === undefined) return undefined;
  return {
    async *units() {
      const cutter = new UnitCutter(unitPages);
      const read = (text: string) => parsePart<readonly UnitResult[]>(text, paths.page(digest, 0).path);
      for await (const text of source.texts({ digest, pages })) yield read(cutter.take(text));
      yield read(cutter.end());
    },
    async unit(unitId) {
      const part = unitStretch(unitPages, pages, unitId);
      const units = part && (await source.part<readonly UnitResult[]>(digest, part));
      return units?.find((unit) => unit.unitId === unitId);
    },
    rest: () => source.part<PeriodResult>(digest, restStretch(unitPages, pages)),
  };
}

/** Results that were kept before their parts were are read whole. */
function partsOfWhole(head: Head, source: Source): Parts {
  let read: Promise<PeriodResult> | undefined;
  const whole = () => {
    read ??= source.content<PeriodResult>(head);
    return read;
  };
  return {
    async *units() {
      yield (await whole()).units;
    },
    unit: async (unitId) => (await whole()).units.find((unit) => unit.unitId === unitId),
    rest: whole,
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../functions/src/domain/app-error.ts';
import { isTraceId, traceCode, traceHeader } from '../../functions/src/domain/trace/trace-code.ts';
import { refusalOf } from '../../functions/src/http/errors.ts';
import { traceOf } from '../../functions/src/http/trace-of.ts';
import { currentTrace, storedTrace, traced } from '../../functions/src/trace.ts';

const hex = fc.stringMatching(/^[0-9a-f]{32}$/).filter(isTraceId);
const ID = '0af7651916cd43dd8448eb211c80319c';
const OTHER = 'b7ad6b7169203331b7ad6b7169203331';

describe('a request’s trace', () => {
  it('is the click’s, else the front door’s, and lines are filed under the front door’s', () => {
    const both = { traceparent: traceHeader(ID), 'x-cloud-trace-context': `${OTHER}/123;o=1` };
    expect(traceOf({ headers: both }, 'p')).toEqual({ id: ID, cloudName: `projects/p/traces/${OTHER}` });
    expect(traceOf({ headers: { 'x-cloud-trace-context': OTHER } })).toEqual({ id: OTHER });
    expect(traceOf({ headers: { traceparent: traceHeader(ID) } }, 'p')).toEqual({
      id: ID,
      cloudName: `projects/p/traces/${ID}`,
    });
  });

  it('is never what a caller made up: whatever is not exactly an id is not taken', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), fc.nat(60), hex, (noise, at, id) => {
        fc.pre(noise !== '');
        const header = traceHeader(id);
        const spoilt = header.slice(0, at) + noise + header.slice(at);
        const taken = traceOf({
          headers: { traceparent: spoilt, 'x-cloud-trace-context': `${id}${noise}` },
        }).id;
        expect(isTraceId(taken)).toBe(true);
        if (spoilt !== header && !/^\/\d{1,20}$|^;o=\d$/.test(noise)) expect(taken).not.toBe(id);
      }),
    );
    for (const headers of [
      {},
      { traceparent: `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01` },
      { traceparent: ID },
    ])
      expect(traceOf({ headers }).id).toMatch(/^[0-9a-f]{32}$/);
  });

  it('goes along with what is done for it, and is stored unless it must leave no mark', async () => {
    const seen = await traced({ id: ID }, async () => {
      await Promise.resolve();
      return [currentTrace()?.id, storedTrace(), traced({ id: OTHER, leavesNoMark: true }, storedTrace)];
    });
    expect(seen).toEqual([ID, ID, undefined]);
    expect(storedTrace()).toBeUndefined();
  });
});

describe('a trace’s code', () => {
  it('is six letters that are told apart by ear, the same for everybody who works them out', () => {
    fc.assert(fc.property(hex, (id) => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/.test(traceCode(id))));
    expect(traceCode(ID)).toBe('1BVP-A6');
    expect(traceCode('ffffffff000000000000000000000000')).toBe('ZZZZ-ZZ');
  });

  it('ends the sentence of what is our trouble, and of nothing else', () => {
    const said = (code: 'internal' | 'unavailable' | 'forbidden', language: 'vi' | 'en') =>
      refusalOf(new AppError(code), language, ID).body.error.message;
    expect(said('internal', 'vi')).toMatch(/ Mã: 1BVP-A6$/);
    expect(said('unavailable', 'en')).toMatch(/ Code: 1BVP-A6$/);
    expect(said('forbidden', 'vi')).not.toMatch(/Mã:/);
  });
});

import { describe, expect, it } from 'vitest';
import { framesOf } from '../functions/src/log.ts';

describe('where an error came from', () => {
  it('is told by its class and our lines, never by its message', () => {
    const error = new RangeError('eyJ.token\nat Xã Tân Thủy: 97 điểm\n    at B7 (=IMPORTXML:1:2)');
    const [name, first, ...others] = framesOf(error);
    expect(name).toBe('RangeError');
    expect(first).toMatch(/^at .*log\.test\.ts:\d+:\d+\)?$/);
    expect([first, ...others].join('\n')).not.toMatch(/eyJ|Tân Thủy|IMPORTXML/);
    expect(others.length).toBeLessThan(8);
  });

  it('is the kind of value where something else was thrown', () => {
    expect([framesOf('a cell’s text'), framesOf(undefined)]).toEqual([['string'], ['undefined']]);
  });
});

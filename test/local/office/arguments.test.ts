import { describe, expect, it } from 'vitest';
import { readStartArguments } from '../../../local/office/arguments.ts';
import { Trouble } from '../../../local/office/trouble.ts';

describe('npm start', () => {
  it('stays open on its usual port and folder unless told otherwise', () => {
    const usual = {
      once: false,
      fresh: false,
      help: false,
      data: '.office',
      port: 8711,
      campaign: undefined,
    };
    expect(readStartArguments([])).toEqual(usual);
    expect(readStartArguments(['--once', '--fresh', '--data', 'elsewhere', '--port', '65533', '-h'])).toEqual(
      { once: true, fresh: true, help: true, data: 'elsewhere', port: 65_533, campaign: undefined },
    );
  });

  it('keeps each campaign of one’s own in a folder of its own', () => {
    const { campaign, data } = readStartArguments(['--campaign', 'examples/thi-dua-tuan-lop/']);
    expect({ campaign, data }).toEqual({
      campaign: 'examples/thi-dua-tuan-lop/',
      data: '.office-thi-dua-tuan-lop',
    });
  });

  it.each(['1023', '65534', '70000', '80.5', 'x', ''])(
    'takes no port that leaves none for Sheets and the page: %j',
    (port) => {
      expect(() => readStartArguments(['--port', port])).toThrow(Trouble);
    },
  );

  it.each([['--once=yes'], ['--what'], ['again'], ['--data']])(
    'says which argument it does not know: %s',
    (arg) => {
      expect(() => readStartArguments([arg])).toThrow(/npm start -- --help/);
    },
  );
});

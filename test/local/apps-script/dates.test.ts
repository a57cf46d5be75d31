import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { returned, type ScriptOffice, startScriptOffice } from './run-script.ts';

const CODE = `
function now() { return [new Date().toISOString(), new Date(Date.now()).toISOString()]; }
function evaluate(code) { return JSON.parse(JSON.stringify(eval(code))); }
function format(iso, zone, pattern) { return Utilities.formatDate(new Date(iso), zone, pattern); }
`;

describe("a script's dates", () => {
  let office: ScriptOffice;
  let evaluate: (code: string, timeZone?: string) => Promise<unknown>;
  beforeAll(async () => {
    office = await startScriptOffice();
    const book = await office.newBook();
    evaluate = async (code, timeZone = 'Asia/Ho_Chi_Minh') => {
      const host = await office.openCode(CODE, { manifest: { timeZone } });
      const value = await returned(host, book, { functionName: 'evaluate', args: [code] });
      await host.close();
      return value;
    };
  });
  afterAll(() => office.end());

  it("follow the office's clock", async () => {
    const clock = new Date('2024-05-04T01:00:00Z');
    const host = await office.openCode(CODE, {}, { now: () => clock });
    const texts = (await returned(host, await office.newBook(), { functionName: 'now' })) as string[];
    for (const text of texts) expect(text).toMatch(/^2024-05-04T01:00:/);
  });

  it("show local time in the script's zone, whatever the machine's", async () => {
    const code = (iso: string) => `(() => {
      const d = new Date('${iso}');
      return [d.getFullYear(), d.getMonth(), d.getDate(), d.getDay(), d.getHours(), d.getMinutes(), d.getTimezoneOffset(),
        String(d), d.toDateString(), d.toLocaleDateString('vi'), new Intl.DateTimeFormat('vi').format(d)];
    })()`;
    expect(await evaluate(code('2024-03-04T17:30:05Z'))).toEqual([
      ...[2024, 2, 5, 2, 0, 30, -420],
      ...['Tue Mar 05 2024 00:30:05 GMT+0700 (Indochina Time)', 'Tue Mar 05 2024', '5/3/2024', '5/3/2024'],
    ]);
    expect(await evaluate(code('2024-07-01T02:00:00Z'), 'America/New_York')).toEqual([
      ...[2024, 5, 30, 0, 22, 0, 240],
      ...[
        'Sun Jun 30 2024 22:00:00 GMT-0400 (Eastern Daylight Time)',
        'Sun Jun 30 2024',
        '30/6/2024',
        '30/6/2024',
      ],
    ]);
  });

  it('are made, read and changed in local time', async () => {
    const code = `[
      new Date(2024, 2, 5), new Date(2024, 2, 5, 8, 30), new Date('2024-03-05'), new Date('2024-03-05T08:30'),
      new Date('March 5, 2024 08:30'), new Date('2024-03-05T08:30:00+09:00'), new Date(new Date(0)), new Date(5),
      new Date(Date.parse('2024-03-05 08:30')), new Date(Date.UTC(2024, 2, 5)),
      (() => { const d = new Date(2024, 0, 31, 23); d.setDate(d.getDate() + 1); d.setHours(5, 6); return d; })(),
    ].map((d) => d.toISOString())`;
    expect(await evaluate(code)).toEqual([
      ...['2024-03-04T17:00:00.000Z', '2024-03-05T01:30:00.000Z', '2024-03-05T00:00:00.000Z'],
      ...['2024-03-05T01:30:00.000Z', '2024-03-05T01:30:00.000Z', '2024-03-04T23:30:00.000Z'],
      ...['1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.005Z', '2024-03-05T01:30:00.000Z'],
      ...['2024-03-05T00:00:00.000Z', '2024-01-31T22:06:00.000Z'],
    ]);
  });

  it('are dates still: by instanceof, without new, and when they are none', async () => {
    const code = `[new Date() instanceof Date, typeof Date(), String(new Date('x')), new Date('x').getHours() !== new Date('x').getHours(),
      class extends Date {}.name, new (class extends Date { two() { return 2; } })(0).two(), Object.prototype.toString.call(new Date()),
      JSON.stringify({ at: new Date(0) }), new Date(2024, 0).constructor === Date, new Date(0) - 0]`;
    expect(await evaluate(code)).toEqual([
      ...[
        true,
        'string',
        'Invalid Date',
        true,
        '',
        2,
        '[object Date]',
        '{"at":"1970-01-01T00:00:00.000Z"}',
        true,
        0,
      ],
    ]);
  });

  it("are formatted by Java's patterns", async () => {
    const host = await office.openCode(CODE);
    const book = await office.newBook();
    const show = (pattern: string, zone = 'Asia/Ho_Chi_Minh') =>
      returned(host, book, { functionName: 'format', args: ['2024-03-04T17:05:09.007Z', zone, pattern] });
    expect(await show('dd/MM/yyyy HH:mm')).toBe('05/03/2024 00:05');
    expect(await show("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")).toBe('2024-03-05T00:05:09.007+07:00');
    expect(await show("EEE, d MMM yy h:mm a 'o''clock' Z")).toBe("Tue, 5 Mar 24 12:05 AM o'clock +0700");
    expect(await show('EEEE d MMMM, D u k K X', 'GMT')).toBe('Monday 4 March, 64 1 17 5 Z');
    expect(await show('HH:mm', 'GMT+9')).toBe('02:05');
    await expect(show('YYYY')).rejects.toThrow(
      /The letter "Y" in a pattern of Utilities.formatDate is not supported/,
    );
    await expect(show('HH', 'Sao Hoả')).rejects.toThrow(/timeZone/);
  });
});

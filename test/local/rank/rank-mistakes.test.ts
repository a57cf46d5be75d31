import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { USAGE } from '../../../local/rank/usage.ts';
import {
  CAMPAIGN,
  files,
  rank,
  rankSubmissions,
  rankWithCampaign,
  SUBMISSIONS,
  spawnRank,
  withFolder,
} from './command.ts';

const HEADER = 'unit_id,criterion,reported,target,appraised,note,appraisal_note,period,late';
/** A whole form of X1 in its required criteria. */
const FORM = ['X1,A1,20', 'X1,A2,3,3', 'X1,A3,98', 'X1,B1,Có', 'X1,B2,5', 'X1,B3,100,100'];

describe('npm run rank, from files with mistakes', () => {
  it('tells ten mistakes in ten lines and ranks nothing', async () => {
    const run = await rankSubmissions([
      HEADER,
      'X1,A1,19.3', // 2: not in steps of 0.5
      'X1,A2,3,0', // 3: a target above 0
      'X1,A3,mười', // 4: not a number
      'X1,B1,có lẽ', // 5: neither yes nor no
      'X1,B2,-1', // 6: negative
      'X1,B3,100,100,90', // 7: appraised otherwise without a reason
      'X1,B2,5', // 8: repeated
      'X1,Z9,5', // 9: no such criterion
      'X99,A1,5', // 10: no such unit
      'X9,A1,5', // 11: no unit any more in March
    ]);
    expect(run).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: [
        'file.csv:2:reported Giá trị phải chia hết cho bước 0,5. Hãy làm tròn theo bước đó.',
        'file.csv:3:target Chỉ tiêu phải lớn hơn 0. Hãy ghi lại chỉ tiêu; nếu tiêu chí không áp dụng thì ghi như vậy ở cột kết quả.',
        'file.csv:4:reported “mười” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.',
        'file.csv:5:reported “có lẽ” không phải là Có hay Không. Hãy ghi “Có” hoặc “Không”.',
        'file.csv:6:reported Giá trị không được âm. Hãy ghi từ 0 trở lên; với điểm trừ, ghi số lần, không ghi dấu trừ.',
        'file.csv:7:appraisal_note Điểm thẩm định của tiêu chí B3 khác với số đơn vị báo cáo mà chưa có lý do. Hãy ghi lý do vào ô này.',
        'file.csv:8:criterion Dòng này lặp lại dòng 6. Hãy giữ lại một dòng.',
        'file.csv:9:criterion Kỳ này không có tiêu chí mang mã “Z9”. Hãy sửa lại mã; nếu là dòng cộng hay ghi chú riêng, hãy để trống ô mã.',
        'file.csv:10:unit_id Kỳ này không có đơn vị mang mã “X99”. Hãy sửa lại mã đơn vị.',
        'file.csv:11:unit_id Đơn vị X9 không còn hoặc chưa tham gia vào tháng 03/2024. Hãy dùng mã của đơn vị kế thừa, hoặc bỏ các dòng của đơn vị này.',
        '',
      ].join('\n'),
    });
  });

  it('says the same in English', async () => {
    const lines = [HEADER, ...FORM.slice(1)];
    const asked = await rankSubmissions(lines, ['--lang', 'en']);
    expect(asked).toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        'file.csv:2:criterion Unit X1 has no row for criterion A1. Add the row; if there is nothing, write 0.\n',
    });
  });

  it('ends the real process with 1 after mistakes and with 2 after wrong arguments', async () => {
    const [mistakes, wrong] = await Promise.all([
      spawnRank(files({ submissions: 'no-such-file.csv' })),
      spawnRank(['--frob']),
    ]);
    expect(mistakes).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'no-such-file.csv Không tìm thấy tệp. Hãy thêm tệp này.\n',
    });
    expect(wrong).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `Không có tham số --frob.\n\n${USAGE.vi}\n`,
    });
  });

  it('takes the language from the environment', async () => {
    const { stderr } = await rank(['--frob'], { LANG: 'en_GB.UTF-8' });
    expect(stderr.split('\n')[0]).toBe('Unknown option --frob.');
    const { stderr: overruled } = await rank(['--frob'], { LANG: 'en_GB.UTF-8', LC_ALL: 'vi_VN.UTF-8' });
    expect(overruled.split('\n')[0]).toBe('Không có tham số --frob.');
  });

  it('tells zero, blank and not applicable apart', async () => {
    const totals = async (answer: string) => {
      const lines = [HEADER, ...FORM.filter((row) => !row.startsWith('X1,A3')), `X1,A3,${answer}`];
      return rankSubmissions(lines, ['--format', 'csv']);
    };
    // Without the 20 points of A3 the rest is 20 + 20 + 10 + 10 + 10 (at its target); N/A makes 40 of 40 into 60.
    expect((await totals('98')).stdout).toContain('X1,Thị trấn Ba Tri,ranked,no,1,1,90,90,');
    expect((await totals('0')).stdout).toContain('X1,Thị trấn Ba Tri,ranked,no,1,1,70,70,');
    expect((await totals('N/A')).stdout).toContain('X1,Thị trấn Ba Tri,ranked,no,1,1,90,90,');
    expect(await totals('')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr:
        'file.csv:7:reported Chưa có kết quả của tiêu chí A3. Hãy ghi kết quả; không có gì thì ghi 0.\n',
    });
  });

  it('tells a unit whose every point is 0 from one that sent nothing', async () => {
    const zeros = ['X1,A1,0', 'X1,A2,0,3', 'X1,A3,0', 'X1,B1,Không', 'X1,B2,0', 'X1,B3,0,100'];
    const { stdout } = await rankSubmissions([HEADER, ...zeros], ['--format', 'csv']);
    expect(stdout).toContain('X1,Thị trấn Ba Tri,ranked,no,1,1,0,0,0,0,0,KHT');
    expect(stdout).toContain('X2,Xã Tân Xuân,not_reported,no,,,,,,,,,');
  });

  it('tells mistakes of every period in the file, and unknown periods and words', async () => {
    const run = await rankSubmissions([
      HEADER,
      ...FORM,
      'X2,A1,20,,,,,2024-13',
      'X2,A1,21,,,,,2024-04',
      'X3,A1,20,,,,,,maybe',
    ]);
    expect(run.stdout).toBe('');
    expect(run.stderr.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'file.csv:8:period',
      ...Array(5).fill('file.csv:9:criterion'),
      'file.csv:9:reported',
      'file.csv:10:late',
      ...Array(5).fill('file.csv:10:criterion'),
      '',
    ]);
  });

  it('tells missing, repeated and unknown columns', async () => {
    const run = await rankSubmissions(['unit_id,reported,Kết quả,colour', 'X1,5,5,red']);
    expect(run.stderr.split('\n')).toEqual([
      'file.csv:1:reported Cột reported xuất hiện hơn một lần. Hãy giữ lại một cột.',
      'file.csv:1:colour Không có trường nào tên colour. Hãy kiểm tra chính tả hoặc bỏ trường này.',
      'file.csv:1 Không tìm thấy cột criterion. Hãy thêm cột này vào dòng tiêu đề.',
      '',
    ]);
  });

  it('tells the mistakes of the campaign together with those of the table', async () => {
    const run = await rankWithCampaign(
      (json) => json.replace('"min": 70', '"min": 95').replace('"BD"', '"B D"'),
      ['--submissions', 'no-such-file.csv'],
    );
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr.split('\n').map((line) => line.split(' ')[0])).toEqual([
      'campaign.json:20:settings[0].grades[1].min',
      'campaign.json:35:settings[0].recognitions[0].code',
      'no-such-file.csv',
      '',
    ]);
  });

  it('tells a folder that is not there, and one in the place of a file, in a line each', async () => {
    const run = await rank(
      files({ campaign: `${CAMPAIGN}/no-such-folder`, submissions: CAMPAIGN }).concat('--lang', 'en'),
    );
    expect(run).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: `${CAMPAIGN}/no-such-folder There is no such folder. Check the path.\ncampaign This is a folder. Name a file.\n`,
    });
  });

  it('tells a file that is not UTF-8', async () => {
    const run = await withFolder(async (folder) => {
      await writeFile(
        `${folder}/latin.csv`,
        Buffer.from('unit_id,criterion,reported\nX1,A1,\xe9\n', 'latin1'),
      );
      return rank(files({ submissions: `${folder}/latin.csv` }));
    });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toMatch(/^latin\.csv /);
  });
});

describe('npm run rank, from wrong arguments', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['none', [], 'Thiếu tham số --campaign, --submissions, --period.'],
    ['one missing', files().slice(0, 4), 'Thiếu tham số --period.'],
    ['an unknown one', [...files(), '--colour', 'red'], 'Không có tham số --colour.'],
    ['a forgotten value', ['--campaign', '--period', '2024-03'], 'Tham số --campaign thiếu giá trị.'],
    ['a value too many', [...files(), 'X1'], 'Không hiểu “X1”: mỗi giá trị đi sau một tham số có tên.'],
    [
      'a format that is none',
      [...files(), '--format', 'xml'],
      '--format phải là table, csv hoặc json, không phải “xml”.',
    ],
    [
      'a period that is none',
      files({ period: '2024-3' }),
      '--period: lịch của phong trào không có kỳ “2024-3”.',
    ],
    [
      'a unit that is none',
      [...files(), '--explain', 'X9'],
      '--explain: kỳ 2024-03 không có đơn vị mang mã “X9”.',
    ],
  ];
  it.each(cases)('says so in one line before the usage: %s', async (_name, args, line) => {
    const run = await rank(args);
    expect({ exitCode: run.exitCode, stdout: run.stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(run.stderr).toBe(`${line}\n\n${USAGE.vi}\n`);
  });

  it('helps on --help with nothing else', async () => {
    const run = await rank(['--help', '--lang', 'en']);
    expect(run).toEqual({ exitCode: 0, stdout: `${USAGE.en}\n`, stderr: '' });
  });

  it('takes --name=value and the last of two equal names', async () => {
    const run = await rank([
      `--campaign=${CAMPAIGN}`,
      `--submissions=${SUBMISSIONS}`,
      '--period=2024-01',
      '--period=2024-03',
      '--format=csv',
    ]);
    expect(run.stdout).toBe((await rank([...files(), '--format', 'csv'])).stdout);
  });
});

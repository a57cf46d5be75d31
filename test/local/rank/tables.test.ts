import { describe, expect, it } from 'vitest';
import { rankTable } from './small-table.ts';

/** The places alone, as one text: "A 1, B 2". */
async function places(table: Parameters<typeof rankTable>[0]): Promise<string> {
  const rows = await rankTable(table);
  return Object.entries(rows)
    .map(([unit, [place]]) => `${unit} ${place === '' ? '–' : place}`)
    .join(', ');
}

describe('a table that a campaign can say', () => {
  it('is one by raw figures of twelve digits, without points', async () => {
    const table = {
      criteria: ['GDP,Output,INFO,,,,yes'],
      ranking: { tie_breaks: ['value:GDP'] },
      answers: {
        A: { GDP: '999999999999' },
        B: { GDP: '999999999998.5' },
        C: { GDP: '1000000000000' },
        D: { GDP: '999999999998.50' },
      },
    };
    expect(await places(table)).toBe('C 1, A 2, B 3, D 3');
  });

  it('is one in which fewer strokes win, and who did not finish is last', async () => {
    const strokes = (...rounds: string[]) =>
      Object.fromEntries(rounds.map((round, index) => [`R${index + 1}`, round]));
    const table = {
      criteria: ['R1,Round 1,COUNT,each=1,,1000,yes', 'R2,Round 2,COUNT,each=1,,1000,yes'],
      ranking: { points_order: 'ascending', decimals: 0 },
      answers: { A: strokes('70', '68'), B: strokes('66', '71'), C: strokes('69', '69'), D: {} },
    };
    expect(await rankTable(table)).toEqual({
      B: ['1', '137', '137'],
      A: ['2', '138', '138'],
      C: ['2', '138', '138'],
      D: ['', '', ''],
    });
  });

  it('is one by a single ascending value, with blanks last', async () => {
    const table = {
      criteria: ['TIME,Seconds,INFO,,,,no'],
      ranking: { tie_breaks: ['value:TIME ascending'] },
      answers: { A: { TIME: '9.81' }, B: { TIME: '9.790' }, C: { TIME: '' }, D: { TIME: '9.79' } },
    };
    expect(await places(table)).toBe('B 1, D 1, A 3, C 4');
  });

  it('is one with dense places', async () => {
    const criteria = ['S,Score,DIRECT,,,100,yes'];
    const answers = { A: { S: '90' }, B: { S: '90' }, C: { S: '80' }, D: { S: '70' } };
    expect(await places({ criteria, answers, ranking: { places: 'dense' } })).toBe('A 1, B 1, C 2, D 3');
    expect(await places({ criteria, answers })).toBe('A 1, B 1, C 3, D 4');
  });

  it('is one that compares what is printed, or what is not', async () => {
    const criteria = ['S,Score,DIRECT,,,100,yes'];
    const answers = { A: { S: '90.04' }, B: { S: '89.96' }, C: { S: '89.949999' } };
    expect(await rankTable({ criteria, answers, ranking: { decimals: 1 } })).toEqual({
      A: ['1', '90', '90.04'],
      B: ['1', '90', '89.96'],
      C: ['3', '89.9', '89.949999'],
    });
    expect(await places({ criteria, answers, ranking: { decimals: 'all' } })).toBe('A 1, B 2, C 3');
  });

  it('is one that rounds half away from zero', async () => {
    const criteria = ['A,First,DIRECT,,0.25,100,yes', 'B,Second,DIRECT,,0.75,100,yes'];
    const answers = { X: { A: '98.2', B: '98' }, Y: { A: '98.1', B: '98.1' } };
    expect(await rankTable({ criteria, answers, ranking: { decimals: 1 } })).toEqual({
      X: ['1', '98.1', '98.05'],
      Y: ['1', '98.1', '98.1'],
    });
  });

  it('is one with points for places in races', async () => {
    const tiers = '"<=1: 25; <=2: 18; <=3: 15; <=4: 12; <=5: 10; else 0"';
    const table = {
      criteria: [
        `R1,Race 1,TIERED,${tiers},,25,no`,
        `R2,Race 2,TIERED,${tiers},,25,no`,
        'WINS,Wins,INFO,,,,yes',
        'FL,Fastest laps,BONUS,each=1,,2,no',
      ],
      ranking: { decimals: 0, tie_breaks: ['value:WINS'] },
      answers: {
        HAM: { R1: '1', R2: '5', WINS: '1' },
        VER: { R1: '3', R2: '2', WINS: '0', FL: '2' },
        BOT: { R1: '', R2: '1', WINS: '1' },
        ALO: { R1: '9', R2: '7', WINS: '0' },
      },
    };
    expect(await rankTable(table)).toEqual({
      HAM: ['1', '35', '35'],
      VER: ['2', '35', '35'],
      BOT: ['3', '25', '25'],
      ALO: ['4', '0', '0'],
    });
  });

  it('is one with points taken away, below zero if need be', async () => {
    const table = {
      criteria: ['W,Won,COUNT,each=3,,300,yes', 'P,Points deducted,DEDUCTION,each=-1,,-300,no'],
      ranking: { decimals: 0 },
      answers: { A: { W: '2', P: '10' }, B: { W: '1' }, C: { W: '0', P: '4' } },
    };
    expect(await rankTable(table)).toEqual({
      B: ['1', '3', '3'],
      A: ['2', '-4', '-4'],
      C: ['2', '-4', '-4'],
    });
  });

  it('is one of weighted standard scores, of either sign', async () => {
    const table = {
      criteria: [
        'Z1,First,DIRECT,negative=allowed,0.6,10,yes',
        'Z2,Second,DIRECT,negative=allowed,0.4,10,yes',
      ],
      answers: { A: { Z1: '-1.5', Z2: '0.5' }, B: { Z1: '0', Z2: '-0.25' }, C: { Z1: '1.25', Z2: '−2' } },
    };
    expect(await rankTable(table)).toEqual({
      B: ['2', '-0.1', '-0.1'],
      A: ['3', '-0.7', '-0.7'],
      C: ['1', '-0.05', '-0.05'],
    });
  });

  it('is one with growth rates in tiers', async () => {
    const table = {
      criteria: ['G,Growth,TIERED,">=5: 10; >=0: 6; >=-2.5: 3; else 0 ; negative=allowed",,10,yes'],
      answers: { A: { G: '-2.5' }, B: { G: '-2.6' }, C: { G: '0' }, D: { G: '5.1' } },
    };
    expect(await places(table)).toBe('D 1, C 2, A 3, B 4');
  });

  it('is one in which everybody shares the first place with nothing', async () => {
    const table = {
      criteria: ['S,Score,COUNT,each=1,,10,yes'],
      answers: { A: { S: '0' }, B: { S: '0' }, C: { S: '0' } },
    };
    expect(await rankTable(table)).toEqual({
      A: ['1', '0', '0'],
      B: ['1', '0', '0'],
      C: ['1', '0', '0'],
    });
  });

  it('is one by several points and values in turn', async () => {
    const table = {
      criteria: ['J,Jury,DIRECT,,,400,yes', 'T,Televote,DIRECT,,,400,yes', 'N,Running order,INFO,,,,yes'],
      ranking: { decimals: 0, tie_breaks: ['criterion:T', 'value:N ascending'] },
      answers: {
        A: { J: '100', T: '50', N: '3' },
        B: { J: '50', T: '100', N: '9' },
        C: { J: '50', T: '100', N: '4' },
        D: { J: '151', T: '0', N: '1' },
      },
    };
    expect(await places(table)).toBe('D 1, C 2, B 3, A 4');
  });

  it('is one of hundreds of units, each place one more than the number of better units', async () => {
    const ids = Array.from({ length: 400 }, (_, index) => `U${index}`);
    const score = (index: number) => ((index * 7919) % 173) / 2;
    const rows = await rankTable({
      criteria: ['S,Score,DIRECT,step=0.5,,100,yes'],
      answers: Object.fromEntries(ids.map((id, index) => [id, { S: String(score(index)) }])),
    });
    const scores = ids.map((_, index) => score(index));
    ids.forEach((id, index) => {
      const better = scores.filter((other) => other > score(index)).length;
      expect(rows[id]).toEqual([String(1 + better), String(score(index)), String(score(index))]);
    });
  });
});

import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../local/office/progress.ts';

/** What a piece of work shows; the clock moves 100 ms with each step. */
function shown(screen: { isTTY: boolean; columns?: number }): string[] {
  const written: string[] = [];
  let clock = 0;
  const progress = createProgress({ ...screen, write: (text) => written.push(text) }, () => clock);
  progress.begin('Nộp phiếu', 20);
  for (let i = 0; i < 20; i++) {
    clock += 100;
    progress.advance();
    if (i === 10) progress.say('Xã An Đức chưa báo cáo');
  }
  progress.end('19 phiếu');
  progress.begin('Chốt', 1);
  clock += 50;
  progress.end();
  progress.end();
  return written;
}

describe('createProgress', () => {
  it('writes plain lines where there is no terminal', () => {
    expect(shown({ isTTY: false })).toEqual([
      'Nộp phiếu: 5/20\n',
      'Nộp phiếu: 10/20\n',
      'Xã An Đức chưa báo cáo\n',
      'Nộp phiếu: 15/20\n',
      '✓ Nộp phiếu: 19 phiếu (2,0 giây)\n',
      '✓ Chốt (0,1 giây)\n',
    ]);
  });

  it('draws a bar on a terminal, over itself, and lines that stay above it', () => {
    const written = shown({ isTTY: true });
    const clear = '\r\x1b[2K';
    expect(written.slice(0, 2)).toEqual([
      `${clear}░░░░░░░░░░░░░░░░░░░░░░░░ 0/20 Nộp phiếu`,
      `${clear}█░░░░░░░░░░░░░░░░░░░░░░░ 1/20 Nộp phiếu`,
    ]);
    const said = written.indexOf(`${clear}Xã An Đức chưa báo cáo\n`);
    expect(written[said + 1]).toBe(`${clear}█████████████░░░░░░░░░░░ 11/20 Nộp phiếu`);
    expect(written.at(-1)).toBe(`${clear}✓ Chốt (0,1 giây)\n`);
  });

  it('never wraps a line of the bar', () => {
    const bars = shown({ isTTY: true, columns: 30 }).filter((text) => !text.endsWith('\n'));
    expect(bars.every((text) => [...text.slice('\r\x1b[2K'.length)].length < 30)).toBe(true);
  });

  it('leaves no line of a stretch in which there was nothing to do', () => {
    for (const isTTY of [true, false]) {
      const written: string[] = [];
      const progress = createProgress({ isTTY, write: (text) => written.push(text) }, () => 0);
      progress.begin('Ghi sổ', 50);
      progress.drop();
      progress.end();
      expect(written.join('').split('\r\x1b[2K').at(-1)).toBe('');
    }
  });
});

// How far the work is: a bar on a terminal, plain lines elsewhere (a log, a pipe, CI).
//
//   const progress = createProgress();
//   progress.begin('Tháng 2024-01: nộp phiếu', 48);
//   progress.advance();
//   progress.end('46 phiếu, 2 đơn vị chưa báo cáo');

/** What we need of a stream; process.stderr is one. */
export interface Screen {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

export interface Progress {
  /** A stretch of work of `total` steps; the one before it is ended. */
  begin(label: string, total: number): void;
  advance(steps?: number): void;
  /** Ends the stretch with a line that stays. */
  end(note?: string): void;
  /** Ends the stretch without a word: there was nothing to do. */
  drop(): void;
  /** A line of its own, above the bar. */
  say(line: string): void;
}

const REDRAW_MS = 80;
const BAR_WIDTH = 24;
const CLEAR_LINE = '\r\x1b[2K';

export function createProgress(
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  const isTerminal = screen.isTTY === true;
  let stretch: { label: string; total: number; done: number; startedAt: number; told: number } | undefined;
  let drawnAt = Number.NEGATIVE_INFINITY;

  const line = (text: string) => screen.write(`${isTerminal ? CLEAR_LINE : ''}${text}\n`);
  const draw = () => {
    if (!stretch || !isTerminal) return;
    screen.write(
      CLEAR_LINE + cutTo(barLine(stretch.label, stretch.done, stretch.total), screen.columns || 80),
    );
    drawnAt = now();
  };
  /** Without a terminal: a line at each quarter of a long stretch. */
  const tellQuarter = () => {
    if (!stretch || isTerminal || stretch.total < 20) return;
    const quarter = Math.floor((4 * stretch.done) / stretch.total);
    if (quarter <= stretch.told || quarter >= 4) return;
    stretch.told = quarter;
    line(`${stretch.label}: ${stretch.done}/${stretch.total}`);
  };
  const end = (note?: string) => {
    if (!stretch) return;
    const seconds = ((now() - stretch.startedAt) / 1000).toFixed(1).replace('.', ',');
    line(`✓ ${stretch.label}${note ? `: ${note}` : ''} (${seconds} giây)`);
    stretch = undefined;
  };

  return {
    begin: (label, total) => {
      end();
      stretch = { label, total, done: 0, startedAt: now(), told: 0 };
      draw();
    },
    advance: (steps = 1) => {
      if (!stretch) return;
      stretch.done = Math.min(stretch.total, stretch.done + steps);
      tellQuarter();
      if (now() - drawnAt >= REDRAW_MS) draw();
    },
    end,
    drop: () => {
      if (stretch && isTerminal) screen.write(CLEAR_LINE);
      stretch = undefined;
    },
    say: (text) => {
      line(text);
      draw();
    },
  };
}

function barLine(label: string, done: number, total: number): string {
  const filled = total === 0 ? BAR_WIDTH : Math.floor((BAR_WIDTH * done) / total);
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${done}/${total} ${label}`;
}

/** A line longer than the terminal would wrap, and clearing clears one line only. */
function cutTo(text: string, columns: number): string {
  const characters = [...text.normalize('NFC')];
  return characters.length < columns ? text : `${characters.slice(0, columns - 2).join('')}…`;
}

import type { Round } from './round.ts';

/** What was killed, and what came of it, as a text of some lines. */
export function tableOf(rounds: readonly Round[], tookMs: number): string {
  const kills = rounds.flatMap((round) => round.kills);
  const deeds = rounds.flatMap((round) => round.deeds);
  const acknowledged = deeds.filter(({ outcome }) => outcome === 'acknowledged');
  const repeats = deeds.reduce((sum, { attempts }) => sum + attempts - 1, 0);
  const found = rounds.reduce((sum, { findings }) => sum + findings.length, 0);
  return [
    '',
    'Kills by verb',
    ...counts(kills.map(({ verb }) => verb)),
    '',
    'Kills by moment',
    ...counts(kills.map(({ point }) => point)),
    '',
    'All',
    ...Object.entries({
      kills: kills.length,
      rounds: rounds.length,
      'acknowledged actions': acknowledged.length,
      repeats,
      'given up by their callers': deeds.filter(({ outcome }) => outcome === 'given_up').length,
      'bugs found': found,
      seconds: Math.round(tookMs / 1000),
    }).map(line),
    `  seeds                                             ${rounds[0]?.seed} to ${rounds.at(-1)?.seed}`,
  ].join('\n');
}

function counts(names: readonly string[]): readonly string[] {
  const count = new Map<string, number>();
  for (const name of names) count.set(name, (count.get(name) ?? 0) + 1);
  return [...count].sort(([, a], [, b]) => b - a).map(line);
}

const line = ([name, n]: readonly [string, number]): string =>
  `  ${name.padEnd(48)} ${String(n).padStart(6)}`;

import { describe, expect, it } from 'vitest';
import { inTurn } from '../../functions/src/http/in-turn.ts';

/** A promise that is settled from outside. */
function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('what is done in turn', () => {
  it('begins when the one before has ended, well or badly, and gives each its own outcome', async () => {
    const done: string[] = [];
    const first = gate();
    const one = inTurn('a', async () => {
      await first.opened;
      done.push('one');
      throw new Error('one');
    });
    const two = inTurn('a', async () => {
      done.push('two');
      return 2;
    });
    const other = await inTurn('b', async () => 'other');
    expect([other, done]).toEqual(['other', []]);
    first.open();
    await expect(one).rejects.toThrow('one');
    expect(await two).toBe(2);
    expect(done).toEqual(['one', 'two']);
    expect(await inTurn('a', async () => 3)).toBe(3);
  });
});

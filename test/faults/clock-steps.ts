import { drawsOf } from './plan.ts';

/** A clock that is set wrong and right again: at each look up to `mostMs` before or after the moment it should show. */
export function steppedClock(seed: number, name: string, mostMs: number): (right: Date) => Date {
  let nth = 0;
  return (right) => {
    const draw = drawsOf(`${seed}/clock/${name}/${++nth}`);
    const isStepped = draw(4) === 0;
    return isStepped ? new Date(right.getTime() + draw(2 * mostMs + 1) - mostMs) : right;
  };
}

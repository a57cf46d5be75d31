const queues = new Map<string, Promise<unknown>>();

/**
 * Does one thing after the other of whatever goes for the same documents. Transactions alone keep it right, whoever
 * else writes; but twenty members who vote in the same second would all hold what the others wait for, and each wait
 * doubles. Across instances the transactions still do.
 */
export function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  queues.set(key, mine);
  const leave = () => {
    if (queues.get(key) === mine) queues.delete(key);
  };
  mine.then(leave, leave);
  return mine;
}

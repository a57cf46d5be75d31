import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Recording, Replay } from './replay.ts';
import { startTestServer, type TestServer } from './test-server.ts';

const file = new URL('recordings/recordings.jsonl', import.meta.url);
const recordings = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recording);
const tests = Map.groupBy(recordings, ({ test }) => test);

describe('recorded answers of Google', () => {
  let server: TestServer;
  let compared = 0;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.end());

  it.each([...tests.keys()])('is answered the same: %s', async (name) => {
    const replay = new Replay(server.url, 'caller@project.iam.gserviceaccount.com');
    const wrong: Record<string, string[]> = {};
    for (const recording of tests.get(name)!) {
      const outcome = await replay.play(recording);
      if ('skipped' in outcome) continue;
      compared++;
      if (outcome.differences.length > 0)
        wrong[`#${recording.seq} ${recording.method} ${recording.path}`] = outcome.differences;
    }
    expect(wrong).toEqual({});
  });

  // Without this a replay that skips everything would pass.
  it('compares every answer that can be compared', () => {
    expect(compared).toBe(994);
  });
});

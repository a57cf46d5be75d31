// npm run fuzz -- --bodies 100000 --seed 1 --function submit-form
import { parseArgs } from 'node:util';
import setUp from '../support/global-setup.ts';
import { runFuzz } from './run-fuzz.ts';

const { values } = parseArgs({
  options: { bodies: { type: 'string' }, seed: { type: 'string' }, function: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const tell = (line: string) => console.log(line);
const stopEmulator = await setUp();
try {
  tell(`seed ${seed}`);
  const report = await runFuzz({
    bodies: Number(values.bodies ?? 100_000),
    seed,
    name: values.function,
    tell,
  });
  tell(JSON.stringify({ ...report, findings: report.findings.length }, null, 1));
  process.exitCode = report.findings.length > 0 || !report.sameProcess ? 1 : 0;
} finally {
  await stopEmulator();
}

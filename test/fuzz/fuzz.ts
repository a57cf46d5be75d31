// npm run fuzz -- --bodies 100000 --seed 1 --function submit-form
import { parseArgs } from 'node:util';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { runFuzz } from './run-fuzz.ts';

const { values } = parseArgs({
  options: { bodies: { type: 'string' }, seed: { type: 'string' }, function: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const tell = (line: string) => console.log(line);
const emulator = await startFirestoreEmulator({ rulesFile: 'firestore.rules' });
process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
process.env.METADATA_SERVER_DETECTION = 'none'; // else the client goes looking for Google's metadata server
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
  await emulator.stop();
}

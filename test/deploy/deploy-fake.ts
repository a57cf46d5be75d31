import { runPlan } from '../../deploy/run/run-plan.ts';
import { openRunner } from './fake-google.ts';
import { planOf } from './plans.ts';

// node test/deploy/deploy-fake.ts FOLDER ANSWER …    runs staging's plan in a fake world, for a test that kills it
const [dir, ...answers] = process.argv.slice(2);
await runPlan(planOf('staging'), openRunner(dir!, answers));

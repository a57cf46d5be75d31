import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tokenCommand } from '../ask/call.ts';
import { planDeployment } from '../plan/plan-deployment.ts';
import { campaignIn, readEnvironment } from '../settings.ts';
import { type Command, commandsOf, type Facts, withFacts } from '../step.ts';

/** Facts as they look; nobody's. */
export const SAMPLE_FACTS: Facts = {
  account: 'nguoi.cai.dat@example.com',
  projectNumber: '123456789012',
  billingAccount: 'billingAccounts/0123AB-4567CD-89EF01',
  scriptId: '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789',
  clientId: '123456789012-abcdefghijklmnop.apps.googleusercontent.com',
  driveFolder: '1AbCdEfGhIjKlMnOpQrStUvWxYz',
  budget: 'billingAccounts/0123AB-4567CD-89EF01/budgets/0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f',
  channel: 'projects/dien-hinh-thu/notificationChannels/1234567890',
  alert: 'projects/dien-hinh-thu/alertPolicies/1234567890',
};

const ROOT = join(import.meta.dirname, '../..');

/** Every command that any of the environments' plans may run or look with, each once, with facts as they look. */
export function everyCommand(): readonly Command[] {
  const folder = join(ROOT, 'deploy/environments');
  const plans = readdirSync(folder).map((file) =>
    planDeployment({
      project: 'dien-hinh-thu',
      region: 'asia-southeast1',
      environment: readEnvironment(join(folder, file)),
      campaigns: [campaignIn(ROOT, 'examples/ba-tri-2024')],
    }),
  );
  const token: Command = { tool: 'gcloud', argv: tokenCommand('a@p.iam.gserviceaccount.com', 'https://x') };
  const all = [token, ...plans.flat().flatMap(commandsOf)].map((command) => ({
    ...command,
    argv: command.argv.map((argument) => withFacts(argument, SAMPLE_FACTS)),
  }));
  return [...new Map(all.map((command) => [JSON.stringify([command.tool, command.argv]), command])).values()];
}

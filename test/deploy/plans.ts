import { join } from 'node:path';
import { planDeployment } from '../../deploy/plan/plan-deployment.ts';
import { campaignIn, readEnvironment, type Settings } from '../../deploy/settings.ts';

export const ROOT = join(import.meta.dirname, '../..');
export const PROJECT = 'dien-hinh-thu';

export function settingsOf(environment: string): Settings {
  return {
    project: PROJECT,
    region: 'asia-southeast1',
    environment: readEnvironment(join(ROOT, `deploy/environments/${environment}.json`)),
    campaigns: [campaignIn(ROOT, 'examples/ba-tri-2024')],
  };
}

export const planOf = (environment: string) => planDeployment(settingsOf(environment));

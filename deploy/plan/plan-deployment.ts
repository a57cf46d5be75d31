import { namesOf } from '../names.ts';
import type { Settings } from '../settings.ts';
import type { Step } from '../step.ts';
import { accountSteps } from './accounts.ts';
import { addOnSteps, scriptSteps } from './add-on.ts';
import { campaignSteps } from './campaign.ts';
import { databaseSteps } from './database.ts';
import { driveFolderStep, functionsStep } from './functions.ts';
import { projectSteps } from './project.ts';
import { watchSteps } from './watch.ts';

/** From an empty Google Cloud project to a working system, in the order things need one another. Pure. */
export function planDeployment(settings: Settings): readonly Step[] {
  const steps = [
    ...projectSteps(settings),
    ...accountSteps(settings),
    ...databaseSteps(settings),
    driveFolderStep(settings),
    ...scriptSteps(settings),
    functionsStep(settings),
    ...addOnSteps(settings),
    ...campaignSteps(settings),
    ...watchSteps(settings),
  ];
  const ids = steps.map(({ id }) => id);
  const jobs = settings.campaigns.map(({ code }) => namesOf(settings).job('', code));
  if (new Set(ids).size < ids.length || new Set(jobs).size < jobs.length)
    throw new Error(`phong trào trùng tên / campaigns share a name: ${jobs.join(', ')}`);
  return steps;
}

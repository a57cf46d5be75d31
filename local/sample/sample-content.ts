import type { OfficeContent } from '../office/content.ts';
import { pagePeople } from './page-people.ts';
import { readSample, runSample, SAMPLE_ADDRESS, SCHEDULER } from './run-sample.ts';
import { FEATURED, READY_AT } from './story.ts';

/** The sample campaign, its months played up to the one that people go on with. */
export async function sampleContent(): Promise<OfficeContent> {
  const sample = await readSample();
  const files = '--campaign examples/ba-tri-2024 --submissions examples/ba-tri-2024/submissions.csv';
  return {
    campaign: sample.campaign,
    firstAdmin: SAMPLE_ADDRESS.firstAdmin,
    scheduler: SCHEDULER,
    people: pagePeople(sample.campaign, sample.members, FEATURED),
    readyAt: READY_AT,
    fill: (order) => runSample({ ...order, sample }),
    alsoTry: [
      '  vì sao một đơn vị có hạng đó / why a unit has its place (tab “Kết quả” trong sổ của đơn vị):',
      `    npm run -s rank -- ${files} --period 2024-03 --explain X29110`,
      '  thử quy định khác / try other rules:',
      `    npm run -s rank -- ${files} --period 2024-03`,
    ],
  };
}

import { writeFile } from 'node:fs/promises';
import { readCampaignFolder } from '../campaign-folder.ts';
import { submissionsCsv } from './submissions-csv.ts';

/** Writes examples/ba-tri-2024/submissions.csv again: node local/sample/write-submissions.ts */
const FOLDER = 'examples/ba-tri-2024';
const read = await readCampaignFolder(FOLDER);
if (!read.ok) throw new Error('the sample campaign has problems');
await writeFile(`${FOLDER}/submissions.csv`, submissionsCsv(read.value.campaign));

import { buildFunctions } from './functions/build.ts';
import { buildAddOn } from './sheets-addon/build.ts';

/**
 * npm run build: everything that is deployed, into functions/dist and sheets-addon/dist.
 * BACKEND_URL is where the functions will answer; without it the add-on is built for the local office.
 */
const LOCAL_OFFICE = 'http://127.0.0.1:8711/';

await buildFunctions();
await buildAddOn({ backendUrl: process.env.BACKEND_URL || LOCAL_OFFICE });

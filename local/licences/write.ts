// npm run licences: writes docs/licences.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencesPage, packagesIn } from './licences.ts';

const ROOT = join(import.meta.dirname, '../..');
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
writeFileSync(join(ROOT, 'docs/licences.md'), licencesPage(packagesIn(lock)));

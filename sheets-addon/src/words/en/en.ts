import type { vi } from '../vi/vi.ts';
import { enForms } from './forms.ts';
import { enGeneral } from './general.ts';
import { enOffice } from './office.ts';

/** English, for who does not read Vietnamese: the same sentences, held to the Vietnamese ones by their types. */
export const en: typeof vi = { ...enGeneral, ...enForms, ...enOffice };

import { viForms } from './forms.ts';
import { viGeneral } from './general.ts';
import { viOffice } from './office.ts';

/** Vietnamese. Sentences name the place, the trouble and the remedy; numbers and moments get their clothes here. */
export const vi = { ...viGeneral, ...viForms, ...viOffice };

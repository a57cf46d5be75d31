import { isAt, type Migration } from './migration.ts';

/**
 * The first releases kept neither a period's publications nor how often it had been reopened when a form came in.
 * Reading took the one for none and the other for 0; now it is written.
 */
export const whatWasLeftOut: Migration = {
  to: 2,
  what: 'periods name their publications, forms how often their period had been reopened',
  change({ path, fields }) {
    if (isAt(path, 'periods', '*') && fields.publications === undefined)
      return { ...fields, publications: { arrayValue: {} } };
    if (isForm(path) && fields.reopenings === undefined)
      return { ...fields, reopenings: { integerValue: '0' } };
    return undefined;
  },
};

const isForm = (path: string): boolean =>
  isAt(path, 'periods', '*', 'submissions', '*') ||
  isAt(path, 'periods', '*', 'submissions', '*', 'revisions', '*');

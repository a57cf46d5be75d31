import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formsPage } from '../../../docs/forms-page.ts';

it('docs/forms.md is what the declarations say: node docs/forms-page.ts writes it', () => {
  expect(readFileSync(new URL('../../../docs/forms.md', import.meta.url), 'utf8')).toBe(formsPage());
});

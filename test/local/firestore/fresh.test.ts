import { expect, it } from 'vitest';
import { freshFirestore } from '../../support/fresh-firestore.ts';

it('gives every test an empty database of its own', async () => {
  const [mine, yours] = [freshFirestore(), freshFirestore()];
  await mine.doc('units/A12').set({ name: 'An Đức' });
  expect((await mine.collection('units').get()).size).toBe(1);
  expect((await yours.collection('units').get()).size).toBe(0);
});

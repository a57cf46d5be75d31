import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../functions/src/adapters/docx/write-docx.ts';
import { type DocumentPlan, textOf } from '../../../functions/src/domain/decision/document.ts';
import { certificate } from '../../../functions/src/messages/vi/documents/certificate.ts';
import { decisionDocument } from '../../../functions/src/messages/vi/documents/decision-document.ts';
import { DECISION, REVOKED, SUBJECT, WORDS } from '../../messages/decisions.ts';

const many = Array.from({ length: 7 }, (_, i) => ({
  ...SUBJECT,
  candidate: `praise-${i}`,
  name: `Xã thứ ${i + 1}`,
}));
const PLANS: readonly (readonly [string, DocumentPlan])[] = [
  ['a decision', decisionDocument(DECISION, WORDS)],
  ['a decision with a list', decisionDocument({ ...DECISION, subjects: many }, WORDS)],
  [
    'a revoked decision',
    decisionDocument({ ...DECISION, subjects: [{ ...SUBJECT, revoked: REVOKED }] }, WORDS),
  ],
  ['a certificate', certificate({ ...DECISION, kind: 'praise' }, SUBJECT, WORDS)],
  [
    'what people wrote',
    decisionDocument({ ...DECISION, subjects: [{ ...SUBJECT, name: '<w:t>&"\' =1+1 ]]> 😀 Hòa' }] }, WORDS),
  ],
];

/** The text of a file's pages, a paragraph a line, as a word processor reads it. */
async function opened(
  plan: DocumentPlan,
): Promise<{ readonly xml: string; readonly lines: readonly string[] }> {
  const files = unzipSync(await writeDocx(plan));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml']));
  const xml = new TextDecoder().decode(files['word/document.xml']);
  const lines = [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => unescaped(text!)).join(''),
  );
  return { xml, lines: lines.filter((line) => line !== '') };
}

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } as const;
const unescaped = (text: string): string =>
  text.replaceAll(/&(?:lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);

describe('a .docx file', () => {
  it.each(PLANS)('of %s says, opened again, exactly what was planned', async (_, plan) => {
    const { lines } = await opened(plan);
    expect(lines).toEqual(textOf(plan));
  });

  it('leaves out what XML cannot hold, so that it can be opened whatever was kept', async () => {
    const name = 'A\u0000\u0008\ufffe\uffff\ud800B😀';
    const { lines } = await opened(
      decisionDocument({ ...DECISION, subjects: [{ ...SUBJECT, name }] }, WORDS),
    );
    expect(lines.join('')).toContain('AB😀');
  });

  it('has the paper, the margins and the typeface of the decree', async () => {
    const { xml } = await opened(PLANS[0]![1]);
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
    const wide = await opened(PLANS[3]![1]);
    expect(wide.xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    const styles = new TextDecoder().decode(unzipSync(await writeDocx(PLANS[0]![1]))['word/styles.xml']);
    expect(styles).toContain('Times New Roman');
  });
});

import type * as Docx from 'docx';
import type { Block, Columns, DocumentPlan, Line } from '../../domain/decision/document.ts';

/** The library as it is when it was loaded: 0.7 MB that only documents need. */
type Library = typeof Docx;

/** A planned document as a .docx file: A4, Times New Roman, the margins of decree 30/2020. */
export async function writeDocx(given: DocumentPlan): Promise<Uint8Array> {
  const plan = legal(given);
  const docx = await import('docx');
  const { Document, Packer, PageOrientation } = docx;
  const isWide = plan.page === 'landscape';
  const page = {
    size: {
      width: A4.width,
      height: A4.height,
      orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: MARGINS,
  };
  const document = new Document({
    creator: 'Thi đua',
    styles: { default: { document: { run: { font: FONT, size: 28 } } } },
    sections: [
      {
        properties: { page, titlePage: true },
        headers: { default: pageNumber(docx), first: new docx.Header({ children: [] }) },
        children: [
          ...bannerOf(docx, plan.banner),
          columns(docx, plan.head, isWide),
          ...plan.body.flatMap((block) => blockOf(docx, block)),
          gap(docx),
          columns(docx, plan.foot, isWide),
          ...appendixOf(docx, plan.appendix),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The plan without the characters that XML cannot hold: one of them, and no word processor opens the file. */
function legal<T>(value: T): T {
  if (typeof value === 'string') return value.replace(ILLEGAL, '') as T;
  if (Array.isArray(value)) return value.map(legal) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, legal(each)])) as T;
}

const ILLEGAL = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const FONT = 'Times New Roman';
/** In twentieths of a point, as the format counts: 210 × 297 mm; top and bottom 20 mm, left 30 mm, right 15 mm. */
const A4 = { width: 11_906, height: 16_838 };
const MARGINS = { top: 1134, bottom: 1134, left: 1701, right: 850 };
const FIRST_LINE = 720;
const twips = (points: number): number => Math.round(points * 20);
const halfPoints = (points: number): number => Math.round(points * 2);

/** From the second page on, in the middle above the text. */
function pageNumber({ Header, Paragraph, TextRun, PageNumber, AlignmentType }: Library): Docx.Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(13) })],
      }),
    ],
  });
}

function bannerOf(
  { Paragraph, TextRun, AlignmentType }: Library,
  text: string | undefined,
): Docx.Paragraph[] {
  if (text === undefined) return [];
  const run = new TextRun({ text, bold: true, color: 'C00000', size: halfPoints(14) });
  return [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: twips(12) }, children: [run] })];
}

/** Two columns without lines: the head, and the foot with the signature, which stay together on a page. */
function columns(docx: Library, { left, right }: Columns, isWide: boolean): Docx.Table {
  const { Table, TableRow, TableCell, WidthType, BorderStyle, Paragraph } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (lines: readonly Line[], share: number) =>
    new TableCell({
      width: { size: share, type: WidthType.PERCENTAGE },
      borders: { top: none, bottom: none, left: none, right: none },
      children:
        lines.length === 0
          ? [new Paragraph({})]
          : lines.flatMap((line) => lineOf(docx, line, isWide ? IN_WIDE_COLUMN : IN_COLUMN)),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 42), cell(right, 58)] })],
  });
}

/** A line, and the line drawn below it where it is ruled. */
function lineOf(docx: Library, line: Line, setIn: SetIn = IN_TEXT): Docx.Paragraph[] {
  const { Paragraph, TextRun, AlignmentType } = docx;
  const { text, points, bold, italic, align, ruled, above = 0 } = line;
  const run = new TextRun({
    text,
    size: halfPoints(points),
    ...(bold && { bold }),
    ...(italic && { italics: true }),
  });
  const written = new Paragraph({
    alignment: align === 'centre' ? AlignmentType.CENTER : AlignmentType.LEFT,
    keepNext: true,
    spacing: { before: twips(above) },
    children: [run],
  });
  return ruled === undefined ? [written] : [written, ruleOf(docx, setIn[ruled])];
}

/** How far a drawn line is set in from both sides, in twips. */
type SetIn = Readonly<Record<NonNullable<Line['ruled']>, number>>;
const IN_COLUMN: SetIn = { half: 1200, whole: 1150 };
const IN_WIDE_COLUMN: SetIn = { half: 2000, whole: 2500 };
const IN_TEXT: SetIn = { half: 3000, whole: 1500 };

/** An empty paragraph with a line above it. */
function ruleOf({ Paragraph, BorderStyle }: Library, indent: number): Docx.Paragraph {
  return new Paragraph({
    indent: { left: indent, right: indent },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 1 } },
    spacing: { before: 40, line: 120, lineRule: 'exact' },
  });
}

function blockOf(docx: Library, block: Block): (Docx.Paragraph | Docx.Table)[] {
  const { Paragraph, TextRun, AlignmentType } = docx;
  switch (block.kind) {
    case 'line':
      return lineOf(docx, block.line);
    case 'paragraph':
      return [
        new Paragraph({
          alignment: AlignmentType.JUSTIFIED,
          indent: { firstLine: FIRST_LINE },
          spacing: { before: twips(6), line: 276 },
          children: block.runs.map(
            ({ text, bold, italic }) =>
              new TextRun({ text, ...(bold && { bold }), ...(italic && { italics: true }) }),
          ),
        }),
      ];
    case 'table':
      return [tableOf(docx, block)];
  }
}

function tableOf(docx: Library, { columns: heads, rows }: Extract<Block, { kind: 'table' }>): Docx.Table {
  const { Table, TableRow, TableCell, WidthType, Paragraph, TextRun, AlignmentType } = docx;
  const cell = (text: string, i: number, isHead: boolean) =>
    new TableCell({
      width: { size: heads[i]!.share, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: [
        new Paragraph({
          alignment: isHead || i === 0 ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, size: halfPoints(13), ...(isHead && { bold: true }) })],
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: heads.map(({ header }, i) => cell(header, i, true)) }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, i, false)) }),
      ),
    ],
  });
}

function gap({ Paragraph }: Library): Docx.Paragraph {
  return new Paragraph({ spacing: { before: twips(6) } });
}

function appendixOf(docx: Library, appendix: readonly Block[] | undefined): (Docx.Paragraph | Docx.Table)[] {
  if (appendix === undefined) return [];
  return [
    new docx.Paragraph({ pageBreakBefore: true }),
    ...appendix.flatMap((block) => blockOf(docx, block)),
  ];
}

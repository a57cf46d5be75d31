/**
 * A document in the layout of decree 30/2020: a head and a foot in two columns, and blocks of text between them. Plain
 * data; what writes it knows fonts and files, what plans it knows the words (messages/vi/documents/decision-document.ts).
 */
export interface DocumentPlan {
  readonly page: 'portrait' | 'landscape';
  /** Shown above everything where the document does not hold any more. */
  readonly banner?: string;
  readonly head: Columns;
  readonly body: readonly Block[];
  readonly foot: Columns;
  /** On a page of its own, behind the signature. */
  readonly appendix?: readonly Block[];
}

export interface Columns {
  readonly left: readonly Line[];
  readonly right: readonly Line[];
}

/** One line of a head, a foot or a title. */
export interface Line {
  readonly text: string;
  readonly points: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly align?: 'left' | 'centre';
  /** A drawn line below it, that wide. */
  readonly ruled?: 'half' | 'whole';
  /** Free space above, in points. */
  readonly above?: number;
}

export type Block =
  | { readonly kind: 'line'; readonly line: Line }
  /** Justified, its first line set in. */
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly header: string; readonly share: number }[];
      readonly rows: readonly (readonly string[])[];
    };

export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
}

/** All it says, line by line: what a reader reads, and what tests compare. */
export function textOf({ banner, head, body, foot, appendix = [] }: DocumentPlan): readonly string[] {
  const columns = ({ left, right }: Columns) => [...left, ...right].map(({ text }) => text);
  const lines = [
    ...(banner === undefined ? [] : [banner]),
    ...columns(head),
    ...body.flatMap(textOfBlock),
    ...columns(foot),
    ...appendix.flatMap(textOfBlock),
  ];
  return lines.filter((line) => line !== '');
}

function textOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'line':
      return [block.line.text];
    case 'paragraph':
      return [block.runs.map(({ text }) => text).join('')];
    case 'table':
      return [...block.columns.map(({ header }) => header), ...block.rows.flat()];
  }
}

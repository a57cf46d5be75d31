import type { CellValue } from '../form/form.ts';
import type { SetupFormId } from './setup-forms.ts';

/** The rows of each configuration tab, in the order of its form's columns. */
export type SetupRows = Readonly<Record<SetupFormId, readonly (readonly CellValue[])[]>> & {
  /** The drop-down of each row's value in the tab Thiết lập. */
  readonly valueChoices: readonly (readonly string[] | undefined)[];
  /** The sections that a row of it may belong to. */
  readonly sections: readonly string[];
};

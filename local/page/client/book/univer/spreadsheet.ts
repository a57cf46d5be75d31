import {
  type IAccessor,
  ICommandService,
  type Injector,
  IPermissionService,
  IUndoRedoService,
  IUniverInstanceService,
  type IWorkbookData,
  LifecycleService,
  LifecycleStages,
  LocaleType,
  mergeLocales,
  ThemeService,
  Univer,
  UniverInstanceType,
  type Workbook,
} from '@univerjs/core';
import designWords from '@univerjs/design/locale/vi-VN';
import { UniverDocsPlugin } from '@univerjs/docs';
import { UniverDocsUIPlugin } from '@univerjs/docs-ui';
import docsWords from '@univerjs/docs-ui/locale/vi-VN';
import { UniverFormulaEnginePlugin } from '@univerjs/engine-formula';
import { ICanvasColorService, UniverRenderEnginePlugin } from '@univerjs/engine-render';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import sheetsWords from '@univerjs/sheets/locale/vi-VN';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import formulaWords from '@univerjs/sheets-formula/locale/vi-VN';
import { UniverSheetsFormulaUIPlugin } from '@univerjs/sheets-formula-ui';
import formulaUiWords from '@univerjs/sheets-formula-ui/locale/vi-VN';
import { UniverSheetsUIPlugin } from '@univerjs/sheets-ui';
import sheetsUiWords from '@univerjs/sheets-ui/locale/vi-VN';
import { UniverUIPlugin } from '@univerjs/ui';
import uiWords from '@univerjs/ui/locale/vi-VN';
import { theme } from '../../theme.ts';
import { darkColour } from './dark-colours.ts';
import { HIDDEN_MENUS } from './hidden-menus.ts';

/** Univer with one workbook in it. It draws and edits; every value comes from the Sheets server. */
export interface Spreadsheet {
  readonly unitId: string;
  readonly workbook: Workbook;
  readonly commands: ICommandService;
  readonly permissions: IPermissionService;
  readonly undo: IUndoRedoService;
  get<T>(service: Parameters<IAccessor['get']>[0] | (abstract new (...args: never[]) => T)): T;
  /** When the grid is on the screen. */
  readonly drawn: Promise<void>;
  setDark(dark: boolean): void;
  close(): void;
}

export function openSpreadsheet(container: HTMLElement, data: IWorkbookData, mayEdit: boolean): Spreadsheet {
  const words = mergeLocales(
    designWords,
    uiWords,
    docsWords,
    sheetsWords,
    sheetsUiWords,
    formulaWords,
    formulaUiWords,
  );
  const univer = new Univer({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: words },
    darkMode: theme() === 'dark',
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, {
    container,
    header: true, // the formula bar is part of it
    toolbar: false,
    footer: true,
    contextMenu: mayEdit,
    menu: HIDDEN_MENUS,
  });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin, {
    formulaBar: true,
    footer: {
      sheetBar: true,
      statisticBar: true,
      menus: false,
      zoomSlider: true,
      addSheetButtonConfig: { show: mayEdit },
    },
    protectedRangeShadow: 'non-editable',
    disableForceStringAlert: true,
    disableForceStringMark: true,
    clipboardConfig: { hidePasteOptions: true },
  });
  // For the editor's help with formulas only: no cell of ours holds a formula that Univer would work out.
  univer.registerPlugin(UniverSheetsFormulaPlugin, {
    initialFormulaComputing: CalculationMode.NO_CALCULATION,
  });
  univer.registerPlugin(UniverSheetsFormulaUIPlugin);
  keepFillsInDark(univer.__getInjector());
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  const injector: Injector = univer.__getInjector();
  injector.get(IUniverInstanceService).focusUnit(data.id);
  return {
    unitId: data.id,
    workbook,
    commands: injector.get(ICommandService),
    permissions: injector.get(IPermissionService),
    undo: injector.get(IUndoRedoService),
    get: ((service: Parameters<typeof injector.get>[0]) => injector.get(service)) as Spreadsheet['get'],
    drawn: injector.get(LifecycleService).onStage(LifecycleStages.Rendered),
    setDark: (dark) => injector.get(ThemeService).setDarkMode(dark),
    close: () => univer.dispose(),
  };
}

const SELECTED_IN_DARK = '#7fb2ea';

/** Univer turns colours around, which leaves nothing of pale fills. */
function keepFillsInDark(injector: Injector): void {
  const service = injector.get(ICanvasColorService);
  const themes = injector.get(ThemeService);
  const usual = service.getRenderColor.bind(service);
  // What is selected is framed in these.
  const accents = ['primary.500', 'primary.600', 'primary.700'].map((name) => themes.getColorFromTheme(name));
  const known = new Map<string, string>(accents.map((colour) => [colour, SELECTED_IN_DARK]));
  service.getRenderColor = (colour) => {
    if (!themes.darkMode) return usual(colour);
    const found = known.get(colour) ?? darkColour(colour) ?? usual(colour);
    known.set(colour, found);
    return found;
  };
}

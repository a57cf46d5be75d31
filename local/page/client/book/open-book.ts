import { Away, Refused } from '../api.ts';
import { button, el, icon } from '../dom.ts';
import { ICONS } from '../icons.ts';
import { type BookOptions, BookScreen } from './book-screen.ts';
import { fetchBook } from './sync/fetch-book.ts';

/** Opens a workbook in the stage, or says why it cannot be opened. Returns what closes it. */
export async function openBook(options: BookOptions): Promise<() => void> {
  const { session, bar, stage, spreadsheetId, home } = options;
  const back = button({
    label: 'Tất cả các sổ',
    en: 'All workbooks',
    icon: icon(ICONS.back),
    iconOnly: true,
    class: 'icon-button',
    press: home,
  });
  bar.left(back, el('strong', { class: 'brand', text: 'Đang mở sổ…' }));
  stage.replaceChildren(
    el('div', { class: 'opening', attributes: { role: 'status' } }, [el('span', { text: 'Đang mở sổ…' })]),
  );
  try {
    const screen = new BookScreen(options, back, await fetchBook(session, spreadsheetId));
    return () => screen.close();
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof Away)) throw error;
    bar.left(back, el('strong', { class: 'brand', text: 'Không mở được sổ' }));
    stage.replaceChildren(
      el('div', { class: 'opening' }, [
        el('p', { class: 'trouble', text: error.message }),
        ...(error instanceof Refused ? [el('small', { text: error.en, attributes: { lang: 'en' } })] : []),
        button({ label: 'Về danh sách sổ', en: 'Back to the workbooks', press: home }),
      ]),
    );
    return () => undefined;
  }
}

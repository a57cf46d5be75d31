import { button, el } from '../dom.ts';
import { openModal } from '../modal.ts';

/** Asks for a cell's note; '' takes it away. */
export function askForNote(cell: string, note: string, save: (note: string) => void): void {
  const text = el('textarea', {
    class: 'text-input',
    attributes: { rows: 5, maxlength: 2000, 'aria-label': 'Ghi chú' },
  });
  text.value = note;
  const done = (saved: string): void => {
    close();
    save(saved);
  };
  const close = openModal({
    title: `Ghi chú ô ${cell}`,
    class: 'question',
    content: el('div', { class: 'modal-body' }, [
      text,
      el('footer', { class: 'modal-footer' }, [
        button({ label: 'Lưu', en: 'Save', class: 'button primary', press: () => done(text.value.trim()) }),
        button({ label: 'Xóa ghi chú', en: 'Delete', press: () => done('') }),
      ]),
    ]),
  });
  text.focus();
}

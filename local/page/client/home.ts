import type { HomeWorkbook } from '../home.ts';
import { Away, Refused } from './api.ts';
import { bilingual, el, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import type { Session } from './session.ts';
import { KINDS } from './words.ts';

const ORDER: readonly HomeWorkbook['kind'][] = ['summary', 'office', 'unit', 'other'];
/** One's own workbook comes first. */
const UNIT_FIRST: readonly HomeWorkbook['kind'][] = ['unit', 'summary', 'office', 'other'];
const PICTURES: Readonly<Record<HomeWorkbook['kind'], string>> = {
  summary: ICONS.chart,
  office: ICONS.gauge,
  unit: ICONS.sheet,
  other: ICONS.copy,
};
const SEARCH_FROM = 12;

/** What this person may open, as their own Drive lists it. */
export function homeScreen(session: Session, campaign: string, open: (spreadsheetId: string) => void) {
  const shelves = el('div', { class: 'shelves' }, [
    el('p', { class: 'quiet', text: 'Đang tìm sổ của bạn…' }),
  ]);
  const element = el('main', { class: 'home' }, [
    el('div', { class: 'home-title' }, [
      el('h1', { text: campaign }),
      bilingual('Các sổ bạn được mở', 'Workbooks you may open', 'bilingual quiet'),
    ]),
    shelves,
  ]);
  const load = async (): Promise<void> => {
    try {
      const { workbooks } = await session.ask<{ workbooks: HomeWorkbook[] }>('GET', '/api/workbooks');
      const order = session.person.role === 'unit_editor' ? UNIT_FIRST : ORDER;
      shelves.replaceChildren(...shelvesOf(workbooks, order, open));
    } catch (error) {
      if (error instanceof Refused || error instanceof Away)
        shelves.replaceChildren(el('p', { class: 'trouble', text: error.message }));
      else throw error;
    }
  };
  void load();
  return { element, reload: load };
}

function shelvesOf(
  workbooks: readonly HomeWorkbook[],
  order: readonly HomeWorkbook['kind'][],
  open: (spreadsheetId: string) => void,
): HTMLElement[] {
  if (workbooks.length === 0)
    return [
      el('p', {
        class: 'trouble',
        text: 'Chưa có sổ nào được chia sẻ với bạn. Hãy hỏi văn phòng thi đua. / No workbook is shared with you yet.',
      }),
    ];
  return order.flatMap((kind) => {
    const own = workbooks.filter((one) => one.kind === kind);
    return own.length === 0 ? [] : [shelf(kind, own, open)];
  });
}

function shelf(
  kind: HomeWorkbook['kind'],
  workbooks: readonly HomeWorkbook[],
  open: (spreadsheetId: string) => void,
): HTMLElement {
  const cards = workbooks.map((one) => ({ title: one.title.toLowerCase(), card: card(one, open) }));
  const grid = el(
    'div',
    { class: 'cards' },
    cards.map((one) => one.card),
  );
  const search = el('input', {
    class: 'search',
    attributes: {
      type: 'search',
      placeholder: 'Lọc theo tên… / Filter',
      'aria-label': `Lọc ${KINDS[kind].vi}`,
    },
    on: {
      input: () => {
        const wanted = search.value.trim().toLowerCase();
        for (const one of cards) one.card.hidden = !one.title.includes(wanted);
      },
    },
  });
  return el(
    'section',
    { class: workbooks.length === 1 ? 'shelf short' : 'shelf', attributes: { 'aria-label': KINDS[kind].vi } },
    [
      el('header', {}, [
        el('h2', {}, [bilingual(KINDS[kind].vi, KINDS[kind].en)]),
        ...(workbooks.length >= SEARCH_FROM
          ? [el('label', { class: 'search-box small' }, [icon(ICONS.search), search])]
          : []),
      ]),
      grid,
    ],
  );
}

const when = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeStyle: 'short' });

function card(workbook: HomeWorkbook, open: (spreadsheetId: string) => void): HTMLElement {
  const { kind, title, mayEdit, modifiedAt } = workbook;
  return el(
    'button',
    {
      class: `card card-${kind}`,
      attributes: { type: 'button' },
      on: { click: () => open(workbook.spreadsheetId) },
    },
    [
      el('span', { class: 'card-picture' }, [icon(PICTURES[kind])]),
      el('span', { class: 'card-text' }, [
        el('strong', { text: title }),
        el(
          'span',
          { class: 'quiet', title: modifiedAt ? `Ghi lần cuối ${when.format(new Date(modifiedAt))}` : '' },
          [
            el('span', {
              class: mayEdit ? 'right edit' : 'right read',
              text: mayEdit ? 'Được sửa' : 'Chỉ xem',
            }),
          ],
        ),
      ]),
    ],
  );
}

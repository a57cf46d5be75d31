import type { PagePerson, PageRole } from '../options.ts';
import { bilingual, el, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { ERRANDS, ROLES } from './words.ts';

const ORDER: readonly PageRole[] = ['unit_editor', 'officer', 'council_member', 'leader', 'admin'];
const MOST_SHOWN = 60;

/**
 * Cards to choose who one is: some people of each role first, everybody by searching. Without case, and without
 * accents where one types none.
 */
export function peopleChooser(
  people: readonly PagePerson[],
  current: string | undefined,
  choose: (person: PagePerson) => void,
): HTMLElement {
  const results = el('div', { class: 'people', attributes: { role: 'list' } });
  const count = el('p', { class: 'quiet', attributes: { role: 'status' } });
  const search = el('input', {
    class: 'search',
    attributes: {
      type: 'search',
      placeholder: 'Tìm theo tên, đơn vị, vai trò, địa chỉ… / Search',
      'aria-label': 'Tìm trong danh sách thành viên',
      autocomplete: 'off',
    },
    on: { input: () => show() },
  });
  const show = (): void => {
    const wanted = plain(search.value.trim());
    const found = wanted === '' ? featured(people) : people.filter((person) => matches(person, wanted));
    results.replaceChildren(
      ...found.slice(0, MOST_SHOWN).map((person) => card(person, person.email === current, choose)),
    );
    count.textContent =
      wanted === ''
        ? `${found.length} người tiêu biểu trong ${people.length} thành viên; gõ để tìm những người khác.`
        : `${found.length} người phù hợp.`;
  };
  show();
  return el('div', { class: 'people-chooser' }, [
    el('label', { class: 'search-box' }, [icon(ICONS.search), search]),
    results,
    count,
  ]);
}

function card(person: PagePerson, current: boolean, choose: (person: PagePerson) => void): HTMLElement {
  const role = ROLES[person.role];
  const errand = ERRANDS[person.role];
  return el('div', { attributes: { role: 'listitem' } }, [
    el(
      'button',
      {
        class: `person ${person.role}`,
        attributes: { type: 'button', ...(current && { 'aria-current': 'true' }) },
        on: { click: () => choose(person) },
      },
      [
        el('span', { class: 'avatar', text: initials(person), attributes: { 'aria-hidden': 'true' } }),
        el('span', { class: 'person-text' }, [
          el('span', { class: 'person-role' }, [bilingual(role.vi, role.en)]),
          el('strong', { text: person.unitName ?? person.label }),
          el('span', { class: 'quiet', text: errand.vi }),
          el('span', { class: 'email', text: person.email }),
        ]),
      ],
    ),
  ]);
}

export function initials({ unitName, label }: PagePerson): string {
  const words = (unitName ?? label).split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  return words
    .slice(-2)
    .map((word) => word[0]!.toUpperCase())
    .join('');
}

/** Those marked so; else the first two of each role. */
function featured(people: readonly PagePerson[]): PagePerson[] {
  const marked = people.filter(({ featured }) => featured);
  const chosen =
    marked.length > 0
      ? marked
      : ORDER.flatMap((role) =>
          people.filter((one) => one.role === role).slice(0, role === 'unit_editor' ? 2 : 1),
        );
  return chosen.toSorted((a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role));
}

function matches(person: PagePerson, wanted: string): boolean {
  const text = [person.label, person.unitName, person.email, ROLES[person.role].vi, ROLES[person.role].en];
  const whole = plain(text.filter(Boolean).join(' '));
  return wanted.split(/\s+/).every((word) => whole.includes(word));
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase();

import type { ListedUnit, UnitList } from '../screen.ts';
import { element, newId } from './dom.ts';
import { drawButton } from './draw-button.ts';
import type { Drawing } from './drawing.ts';

/** Units to look through. Filtering and searching happen here; only so many are drawn at once. */
export function drawUnits({ label, filters, units }: UnitList, drawing: Drawing): HTMLElement {
  const { words } = drawing;
  const list = element('ul', { className: 'list' });
  const count = element('p', { className: 'text-quiet' });
  count.setAttribute('role', 'status');
  const state = { filter: filters[0]?.key ?? '', search: '', most: AT_ONCE };

  const draw = (): void => {
    const found = units.filter(
      (unit) => unit.filters.includes(state.filter) && levelled(unit.name).includes(levelled(state.search)),
    );
    const rest = found.length - state.most;
    const more = (): void => {
      state.most += AT_ONCE;
      draw();
    };
    count.textContent = found.length === 0 ? words.noUnits : words.shown(found.length, units.length);
    list.replaceChildren(
      ...found.slice(0, state.most).map((unit) => drawUnit(unit, drawing)),
      ...(rest > 0
        ? [
            element(
              'button',
              { type: 'button', className: 'button plain', onclick: more },
              words.showMore(Math.min(rest, AT_ONCE)),
            ),
          ]
        : []),
    );
  };
  const change = (part: Partial<typeof state>): void => {
    Object.assign(state, part, { most: AT_ONCE });
    draw();
  };

  draw();
  return element(
    'div',
    { className: 'units' },
    drawFilters(label, filters, (filter) => change({ filter })),
    drawSearch(words.search, (search) => change({ search })),
    count,
    list,
  );
}

const AT_ONCE = 60;

function drawFilters(
  label: string,
  filters: UnitList['filters'],
  choose: (key: string) => void,
): HTMLElement {
  const name = newId();
  return element(
    'fieldset',
    { className: 'filters' },
    element('legend', {}, label),
    ...filters.map(({ key, label, count }, i) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name, checked: i === 0, onchange: () => choose(key) }),
        `${label} ${count}`,
      ),
    ),
  );
}

function drawSearch(label: string, search: (text: string) => void): HTMLElement {
  const id = newId();
  const input = element('input', { id, type: 'search', autocomplete: 'off' });
  input.oninput = () => search(input.value);
  return element('div', { className: 'field' }, element('label', { htmlFor: id }, label), input);
}

function drawUnit({ name, detail, status, tone, button }: ListedUnit, drawing: Drawing): HTMLElement {
  const drawn = button && drawButton(button, drawing);
  drawn?.classList.add('small');
  drawn?.setAttribute('aria-label', `${button?.label}: ${name}`);
  return element(
    'li',
    { className: 'unit' },
    element('span', {}, name),
    element('span', { className: `state tone-${tone}` }, status),
    element('span', { className: 'detail' }, detail),
    drawn,
  );
}

/** "hòa", "Hoà" and "hoa" find one another. */
function levelled(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').trim();
}

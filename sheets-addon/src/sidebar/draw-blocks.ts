import type { Block, Fact, Figure, HelpBlock, Section, ShownIssue } from '../screen.ts';
import { element } from './dom.ts';
import { drawAsk } from './draw-ask.ts';
import { drawButton } from './draw-button.ts';
import { drawDownload } from './draw-download.ts';
import { drawUnits } from './draw-units.ts';
import type { Drawing } from './drawing.ts';
import { helpIn } from './help.ts';

export function drawBlock(block: Block, drawing: Drawing): HTMLElement {
  switch (block.kind) {
    case 'text':
      return element('p', { className: `text-${block.tone ?? 'plain'}` }, block.text);
    case 'heading':
      return element('h2', {}, block.text);
    case 'facts':
      return element('dl', { className: 'facts' }, ...block.facts.flatMap(drawFact));
    case 'figures':
      return element('dl', { className: 'figures' }, ...block.figures.map(drawFigure));
    case 'issues':
      return element('ol', { className: 'list' }, ...block.issues.map((issue) => drawIssue(issue, drawing)));
    case 'sections':
      return element('div', { className: 'sections' }, ...block.sections.map(drawSection));
    case 'progress':
      return drawProgress(block.label, block.done, block.total);
    case 'buttons':
      return element(
        'div',
        { className: 'buttons' },
        block.label !== undefined && element('span', {}, block.label),
        ...block.buttons.map((button) => drawButton(button, drawing)),
      );
    case 'ask':
      return drawAsk(block, drawing);
    case 'units':
      return drawUnits(block, drawing);
    case 'entries':
      return element('ul', { className: 'list' }, ...block.entries.map(drawEntry));
    case 'help':
      return drawHelp(block, drawing);
    case 'download':
      return drawDownload(block);
  }
}

function drawHelp({ of, period }: HelpBlock, { language }: Drawing): HTMLElement {
  const { intro, sections } = helpIn(language, period);
  return element(
    'div',
    { className: 'sections' },
    element('p', {}, intro[of]),
    ...sections[of].map((section, i) => drawSection({ ...section, open: i === 0 })),
  );
}

/** A bar that says how far something is; without a total it only says that something goes on. */
function drawProgress(label: string, done: number, total: number): HTMLElement {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const fill = element('span');
  fill.style.width = `${share * 100}%`;
  const bar = element('div', { className: 'bar', role: 'progressbar' }, fill);
  bar.setAttribute('aria-label', label);
  bar.setAttribute('aria-valuemin', '0');
  bar.setAttribute('aria-valuemax', String(total));
  bar.setAttribute('aria-valuenow', String(done));
  return element('div', { className: 'progress' }, element('p', {}, label), bar);
}

function drawFact({ name, value, tone }: Fact): HTMLElement[] {
  return [element('dt', {}, name), element('dd', { className: `tone-${tone ?? 'plain'}` }, value)];
}

function drawFigure({ value, label, note }: Figure): HTMLElement {
  return element(
    'div',
    { className: 'figure' },
    element('dt', {}, label, Boolean(note) && element('small', {}, note)),
    element('dd', {}, value),
  );
}

function drawIssue({ place, text, select }: ShownIssue, { quietly }: Drawing): HTMLElement {
  const title =
    select === undefined
      ? element('strong', { className: 'place' }, place ?? '')
      : element(
          'button',
          { type: 'button', className: 'place', onclick: () => quietly(select) },
          place ?? '',
        );
  return element('li', { className: 'issue' }, title, element('p', {}, text));
}

function drawSection({ heading, lines, open }: Section): HTMLElement {
  return element(
    'details',
    { open: open === true },
    element('summary', {}, heading),
    element('ul', {}, ...lines.map((line) => element('li', {}, line))),
  );
}

function drawEntry(entry: {
  readonly when: string;
  readonly who: string;
  readonly text: string;
  readonly more?: string;
}): HTMLElement {
  return element(
    'li',
    { className: 'entry' },
    element('p', {}, entry.text),
    entry.more !== undefined && element('p', { className: 'text-quiet' }, entry.more),
    element('p', { className: 'when' }, `${entry.when} · ${entry.who}`),
  );
}

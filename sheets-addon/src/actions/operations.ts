import type { OperationLine, Operations, Said } from '../backend/answers.ts';
import type { Desk } from '../desk.ts';
import type { Block, Screen } from '../screen.ts';
import { officeVisit } from './office.ts';
import { MOST_REASON } from './unlock.ts';
import { type Action, address, buttons, call, campaignOf, screen, text } from './visit.ts';

/** Vận hành: how everything runs at this moment, in the server's words, and what somebody has to see to. */
export const operations: Action = (desk) => show(desk);

/** Looks at every workbook's file now, not at its hour. */
export const watchNow: Action = (desk) => ask(desk, '/watch', { all: true, withinMs: LOOK_WITHIN_MS });

/** Has a workbook that could not be written tried again; the scheduler writes it. */
export const retryDelivery: Action = (desk, { workbook }) =>
  ask(desk, '/settle-delivery', { workbook, action: 'retry' });

/** Gives it up, with a reason. */
export const dropDelivery: Action = (desk, { workbook, reason = '', requestKey }) =>
  ask(desk, '/settle-delivery', { workbook, action: 'drop', reason, requestKey });

/** Below what UrlFetch waits for an answer (about a minute). */
const LOOK_WITHIN_MS = 40_000;

function ask(desk: Desk, path: string, body: object): Screen {
  return show(desk, desk.backend.post<Said>(path, { ...address(desk), ...body }).said);
}

function show(desk: Desk, said?: string): Screen {
  const { words, backend } = desk;
  return officeVisit(desk, 'operations', words.titles.operations, ({ context, title }) => {
    const found = backend.get<Operations>('/operations', { campaign: campaignOf(desk) });
    const { headline, rows, labels } = found;
    const entries = rows.map(({ about, state, at, todo, code, levelWord }) => {
      const more = [todo, code && words.trouble.code(code)].filter(Boolean).join(' ');
      return {
        when: at === undefined ? '' : words.moment(at, context.campaign.timeZone),
        who: levelWord,
        text: `${about}: ${state}`,
        ...(more !== '' && { more }),
      };
    });
    const isFine = rows.every(({ level }) => level !== 'act');
    return screen(
      context,
      title,
      [
        said === undefined ? undefined : text(said),
        text(headline, isFine ? 'good' : 'warning'),
        { kind: 'entries', entries },
        ...rows.flatMap((row) => stuck(desk, row, labels)),
        buttons(
          { label: labels.watch, call: call('watch-now'), look: 'main', busy: labels.watching },
          { label: words.titles.provision, call: call('provision') },
        ),
      ],
      { again: call('operations') },
    );
  });
}

/** Try it again, or give it up. */
function stuck(
  { words, newKey }: Desk,
  { workbook, retry, drop }: OperationLine,
  labels: Operations['labels'],
): readonly Block[] {
  if (workbook === undefined || retry === undefined) return [];
  const busy = words.busy.move;
  const again = buttons({ label: retry, call: call('retry-delivery', { workbook }), busy });
  if (drop === undefined) return [again];
  const field = { kind: 'lines', name: 'reason', required: true, most: MOST_REASON } as const;
  const give = call('drop-delivery', { workbook, requestKey: newKey() });
  return [
    again,
    {
      kind: 'ask',
      fields: [{ ...field, label: drop, help: labels.dropHelp }],
      buttons: [{ label: labels.drop, call: give, look: 'danger', busy }],
    },
  ];
}

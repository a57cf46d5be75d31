import type { UnitResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import type { Context, ContextPeriod, ExplainedResult, PeriodStatus } from '../backend/answers.ts';
import type { CallArguments } from '../call.ts';
import type { Desk } from '../desk.ts';
import type { Block, Figure, Screen, Section } from '../screen.ts';
import { type Action, buttons, call, campaignOf, contextOf, otherPeriods, screen, text } from './visit.ts';

/** Kết quả của đơn vị: points, places, grade, and what changed. */
export const result: Action = (desk, asked) => explained(desk, asked, 'result', figures);

/** Vì sao?: every line of the explanation, criterion by criterion. */
export const why: Action = (desk, asked) => explained(desk, asked, 'why', reasons);

type ResultUse = 'result' | 'why';

function explained(
  desk: Desk,
  asked: CallArguments,
  use: ResultUse,
  show: (desk: Desk, answer: ExplainedResult) => readonly Block[],
): Screen {
  const { words } = desk;
  const context = contextOf(desk);
  const seen = context.periods.filter((period) => isSeen(context, period));
  const period = seen.find((each) => each.period === asked.period) ?? seen[seen.length - 1];
  const unitId = context.unit?.id ?? asked.unitId;
  const page = (...blocks: readonly (Block | undefined)[]): Screen =>
    screen(context, words.titles[use], blocks, { again: call(use, asked) });
  if (period === undefined) return page(text(words.result.none));
  if (unitId === undefined) return page(...whichUnit(desk, use, period, seen));

  const answer = desk.backend.get<ExplainedResult>('/unit-result', {
    campaign: campaignOf(desk),
    unitId,
    period: period.period,
  });
  const given = { period: period.period, unitId };
  const others = seen.filter((each) => each !== period);
  return page(
    text(`${answer.result.name} · ${period.name}`, 'quiet'),
    ...(answer.beingCorrected ? [text(words.result.beingCorrected, 'warning')] : []),
    ...show(desk, answer),
    text(words.result.version(answer.version, answer.published), 'quiet'),
    buttons(
      use === 'result'
        ? { label: words.buttons.why, call: call('why', given), look: 'main' }
        : { label: words.buttons.result, call: call('result', given) },
      context.unit ? undefined : { label: words.choose.otherUnit, call: call(use, { period: given.period }) },
    ),
    otherPeriods(desk, others, (id) => call(use, { ...given, period: id })),
  );
}

/** A unit sees what is published, the others what is evaluated. */
function isSeen({ roles }: Context, { publishedVersion, resultVersion }: ContextPeriod): boolean {
  return (roles.some((role) => role !== 'unit_editor') ? resultVersion : publishedVersion) > 0;
}

function whichUnit(
  desk: Desk,
  use: ResultUse,
  period: ContextPeriod,
  seen: readonly ContextPeriod[],
): readonly Block[] {
  const { words } = desk;
  const { units } = desk.backend.get<PeriodStatus>('/period-status', {
    campaign: campaignOf(desk),
    period: period.period,
  });
  return [
    { kind: 'heading', text: words.result.chooseUnit },
    {
      kind: 'ask',
      fields: [
        {
          kind: 'choice',
          name: 'unitId',
          label: words.choose.unit,
          options: [...units]
            .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
            .map(({ unitId, name }) => ({ value: unitId, label: name })),
        },
        {
          kind: 'choice',
          name: 'period',
          label: words.choose.period,
          value: period.period,
          options: seen.map(({ period, name }) => ({ value: period, label: name })),
        },
      ],
      buttons: [{ label: words.buttons.show, call: call(use), look: 'main' }],
    },
  ];
}

function figures(desk: Desk, { result, gradeName, explanation }: ExplainedResult): readonly Block[] {
  const { words } = desk;
  if (result.status === 'not_reported') return [text(words.result.notReported, 'warning')];
  const place = (label: string, { place, of }: UnitResult['place'], before?: number): Figure => ({
    value: place === undefined ? '–' : String(place),
    label: words.result.placeIn(label),
    note: [words.result.ofUnits(of), ...movement(desk, place, before)].join(', '),
  });
  const change = result.change;
  return [
    {
      kind: 'figures',
      figures: [
        {
          value: words.points(result.total),
          label: words.result.total,
          ...(gradeName === undefined ? {} : { note: words.result.grade(gradeName) }),
        },
        place(words.result.wholeTrack, result.place, change?.place),
        place(result.cluster, result.clusterPlace, change?.clusterPlace),
      ],
    },
    { kind: 'sections', sections: sectionsOf(explanation).slice(0, 1).map(summarised(desk)) },
  ];
}

function movement({ words }: Desk, now: number | undefined, before: number | undefined): readonly string[] {
  if (now === undefined || before === undefined) return [];
  if (now === before) return [words.result.same];
  return [now < before ? words.result.better(before - now) : words.result.worse(now - before)];
}

const summarised =
  ({ words }: Desk) =>
  (section: Section): Section => ({ ...section, heading: words.result.summary, open: true });

function reasons(_desk: Desk, { explanation }: ExplainedResult): readonly Block[] {
  return [{ kind: 'sections', sections: sectionsOf(explanation) }];
}

/** The explanation's lines below their headings. */
function sectionsOf(lines: ExplainedResult['explanation']): readonly Section[] {
  const sections: { heading: string; lines: string[]; open: boolean }[] = [];
  for (const { kind, text } of lines) {
    const last = sections[sections.length - 1];
    if (kind === 'heading' || last === undefined)
      sections.push({ heading: text, lines: kind === 'heading' ? [] : [text], open: sections.length < 2 });
    else last.lines.push(text);
  }
  return sections;
}

import type { Context, ContextPeriod, PeriodStatus, UnitStatus } from '../../backend/answers.ts';
import type { Desk } from '../../desk.ts';
import type { ListedUnit, Screen, Tone } from '../../screen.ts';
import { type Action, buttons, call, screen, text } from '../visit.ts';
import { type OfficeVisit, officeVisit, periodStatus, withPeriod } from './office-visit.ts';

/** Theo dõi nộp phiếu: who has sent the form, who was late, whose was turned back, who sent nothing. */
export const tracking: Action = (desk, asked) =>
  officeVisit(desk, 'tracking', desk.words.titles.tracking, (visit) =>
    withPeriod(desk, visit, 'tracking', asked.period, (period, others) => {
      const status = periodStatus(desk, period.period);
      return overview(desk, visit, period, status, others);
    }),
  );

type Others = Parameters<Parameters<typeof withPeriod>[4]>[1];

function overview(
  desk: Desk,
  { context, title }: OfficeVisit,
  period: ContextPeriod,
  { counts, units }: PeriodStatus,
  others: Others,
): Screen {
  const { words } = desk;
  const { timeZone } = context.campaign;
  const isOpen = period.state === 'open';
  const filters = [
    { key: 'all', label: words.tracking.all, count: counts.units },
    { key: 'missing', label: words.tracking.missing, count: counts.missing },
    { key: 'late', label: words.tracking.late, count: counts.late },
    { key: 'refused', label: words.tracking.refused, count: counts.refused },
    { key: 'submitted', label: words.tracking.submitted, count: counts.submitted },
  ];
  return screen(
    context,
    title,
    [
      text(`${period.name}: ${words.states[period.state]}.`, 'quiet'),
      {
        kind: 'figures',
        figures: [
          {
            value: words.tracking.submittedOf(counts.submitted, counts.units),
            label: words.tracking.submitted,
            note: isOpen
              ? `${words.facts.deadline}: ${words.deadline(period.deadlineAt, desk.now(), timeZone)}`
              : '',
          },
        ],
      },
      {
        kind: 'units',
        label: words.tracking.units,
        filters,
        units: [...units]
          .sort((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
          .map((unit) => listed(desk, unit, period, context)),
      },
      isOpen && counts.missing + counts.refused > 0
        ? buttons({ label: words.buttons.collect, call: call('collect', { period: period.period }) })
        : undefined,
      others,
    ],
    { again: call('tracking', { period: period.period }) },
  );
}

function listed({ words }: Desk, unit: UnitStatus, period: ContextPeriod, context: Context): ListedUnit {
  const { status, tone, filter } = standing(unit);
  const when =
    unit.submittedAt === undefined ? '' : words.moment(unit.submittedAt, context.campaign.timeZone);
  const detail =
    unit.status === 'submitted'
      ? words.tracking.detail(unit.cluster, unit.revision ?? 1, when)
      : unit.refusal
        ? `${unit.cluster} · ${words.tracking.issues(unit.refusal.issues.length)}`
        : unit.cluster;
  const isLocked = unit.status === 'submitted' && unit.locked !== false;
  return {
    name: unit.name,
    detail: unit.source === 'collected' ? `${detail} · ${words.tracking.collected}` : detail,
    status: words.tracking.status[status],
    tone,
    filters: ['all', ...filter],
    ...(period.state === 'open' && isLocked
      ? {
          button: {
            label: words.buttons.unlockNow,
            call: call('unlock', { unitId: unit.unitId, period: period.period }),
          },
        }
      : {}),
  };
}

function standing({ status, late }: UnitStatus): {
  readonly status: 'missing' | 'refused' | 'late' | 'onTime';
  readonly tone: Tone;
  readonly filter: readonly string[];
} {
  if (status === 'missing') return { status: 'missing', tone: 'bad', filter: ['missing'] };
  if (status === 'refused') return { status: 'refused', tone: 'warning', filter: ['refused'] };
  if (late) return { status: 'late', tone: 'warning', filter: ['submitted', 'late'] };
  return { status: 'onTime', tone: 'good', filter: ['submitted'] };
}

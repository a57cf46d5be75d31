import type { DecidedSubject, Decision } from '../../domain/decision/decision.ts';
import { decisionId, inForce } from '../../domain/decision/decision.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { DECISION_NAMES } from '../../messages/vi/council-words.ts';
import { citation, revocationWords } from '../../messages/vi/exemplar-words.ts';
import { showPeriodId } from '../../messages/vi/period-id.ts';
import { FORCE_COLOURS } from '../colours.ts';
import { dayColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { IN_FORCE, IN_FORCE_IN_PART, NOT_IN_FORCE } from '../words.ts';
import { dayOf, linesOf, textOf } from './cells.ts';
import type { ExemplarView } from './exemplar-view.ts';

/** Quyết định: the register of all that was decided, newest first; what was revoked says by what and why. */
export function decisionsTab({
  decisions,
  voidBallots,
}: Pick<ExemplarView, 'decisions' | 'voidBallots'>): TableTab {
  const byId = new Map(decisions.map((decision) => [decisionId(decision), decision]));
  return readOnlyTable({
    key: 'decisions',
    title: 'Quyết định',
    banner: [`Sổ quyết định: ${decisions.length} quyết định, mới nhất ở trên`],
    frozenColumns: 1,
    columns: [
      wordColumn('reference', 'Số, ký hiệu', 120),
      dayColumn('signedOn', 'Ngày ký'),
      textColumn('kind', 'Nội dung', 200),
      wordColumn('period', 'Kỳ', 120),
      textColumn('subjects', 'Đối tượng', 260),
      textColumn('achievement', 'Thành tích', 320),
      textColumn('signer', 'Người ký', 200),
      { ...wordColumn('force', 'Hiệu lực', 130), colours: FORCE_COLOURS },
      textColumn('remark', 'Lưu ý', 360),
    ],
    rows: [...decisions].reverse().map((decision) => row(decision, byId, voidBallots)),
  });
}

function row(
  decision: Decision,
  byId: ReadonlyMap<string, Decision>,
  voidBallots: ReadonlySet<string>,
): CellValue[] {
  const { reference, signedOn, kind, period, subjects, signer } = decision;
  return [
    reference,
    dayOf(signedOn),
    DECISION_NAMES[kind],
    showPeriodId(period),
    linesOf(subjects.map(({ name }) => name)),
    kind === 'revocation' ? null : linesOf([...new Set(subjects.map(({ achievement }) => achievement))]),
    textOf(`${signer.position} ${signer.name}`),
    forceOf(decision),
    linesOf(remarks(decision, byId, voidBallots)),
  ];
}

function forceOf(decision: Decision): string {
  const held = inForce(decision).length;
  if (decision.kind === 'revocation' || held === decision.subjects.length) return IN_FORCE;
  return held === 0 ? NOT_IN_FORCE : IN_FORCE_IN_PART;
}

function remarks(
  { kind, subjects, revokes, reason, ballot }: Decision,
  byId: ReadonlyMap<string, Decision>,
  voidBallots: ReadonlySet<string>,
): readonly string[] {
  if (kind === 'revocation') {
    const revoked = byId.get(revokes ?? '');
    return [`Thu hồi ${revoked === undefined ? revokes : citation(revoked)}. Lý do: ${reason ?? ''}`];
  }
  return [
    ...revokedLines(subjects),
    ...(voidBallots.has(ballot ?? '') ? ['Kỳ này đã mở lại sau khi bình chọn.'] : []),
  ];
}

/** Where all of them were revoked at once, one line says it. */
function revokedLines(subjects: readonly DecidedSubject[]): readonly string[] {
  const revoked = subjects.flatMap(({ name, revoked: by }) => (by === undefined ? [] : [{ name, by }]));
  const byRevocation = Map.groupBy(revoked, ({ by }) => by.by);
  return [...byRevocation.values()].map((those) => {
    const words = revocationWords(those[0]!.by);
    const whom = those.length === subjects.length ? 'Đã' : `${those.map(({ name }) => name).join('; ')}: đã`;
    return `${whom} ${words}`;
  });
}

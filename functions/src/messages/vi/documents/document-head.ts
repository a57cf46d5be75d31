import type { Day } from '../../../domain/campaign/period.ts';
import type { Decision } from '../../../domain/decision/decision.ts';
import type { DecisionRules } from '../../../domain/decision/decision-rules.ts';
import type { Columns, Line } from '../../../domain/decision/document.ts';

/** So that the country's name stands on one line. */
const HEAD_POINTS = 12;
const MOTTO_POINTS = 13;
export const TEXT_POINTS = 14;

/** Issuer and number on the left, the national title, place and day on the right (decree 30/2020, annex I). */
export function documentHead(
  { reference, signedOn }: Pick<Decision, 'reference' | 'signedOn'>,
  { parent, issuer, place }: DecisionRules,
): Columns {
  const parents: readonly Line[] =
    parent === undefined
      ? []
      : [{ text: parent.toLocaleUpperCase('vi'), points: HEAD_POINTS, align: 'centre' }];
  return {
    left: [
      ...parents,
      {
        text: issuer.toLocaleUpperCase('vi'),
        points: HEAD_POINTS,
        bold: true,
        align: 'centre',
        ruled: 'half',
      },
      { text: `Số: ${reference}`, points: MOTTO_POINTS, align: 'centre', above: 6 },
    ],
    right: [
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', points: HEAD_POINTS, bold: true, align: 'centre' },
      {
        text: 'Độc lập - Tự do - Hạnh phúc',
        points: MOTTO_POINTS,
        bold: true,
        align: 'centre',
        ruled: 'whole',
      },
      {
        text: `${place}, ${longDay(signedOn)}`,
        points: MOTTO_POINTS,
        italic: true,
        align: 'centre',
        above: 6,
      },
    ],
  };
}

/** Recipients on the left, the signature on the right. */
export function documentFoot(
  { signer }: Pick<Decision, 'signer'>,
  { recipients }: Pick<DecisionRules, 'recipients'>,
): Columns {
  const ends = (i: number) => (i === recipients.length - 1 ? '.' : ';');
  return {
    left:
      recipients.length === 0
        ? []
        : [
            { text: 'Nơi nhận:', points: 12, bold: true, italic: true },
            ...recipients.map(
              (line, i): Line => ({ text: `- ${line.replace(/[;.]\s*$/, '')}${ends(i)}`, points: 11 }),
            ),
          ],
    right: signatureLines(signer),
  };
}

/** Room for a hand and a seal between the position and the name. */
const SIGNATURE_POINTS = 84;

function signatureLines({ onBehalf, position, name }: Decision['signer']): readonly Line[] {
  const upper = (text: string): Line => ({
    text: text.toLocaleUpperCase('vi'),
    points: TEXT_POINTS,
    bold: true,
    align: 'centre',
  });
  return [
    ...(onBehalf === undefined ? [] : [upper(onBehalf)]),
    upper(position),
    { text: name, points: TEXT_POINTS, bold: true, align: 'centre', above: SIGNATURE_POINTS },
  ];
}

/** "ngày 05 tháng 02 năm 2024": days below 10 and the first two months have a zero, so that nobody adds a digit. */
export function longDay(day: Day): string {
  const [year, month, date] = day.split('-') as [string, string, string];
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

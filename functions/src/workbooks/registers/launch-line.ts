import type { Campaign } from '../../domain/campaign/campaign.ts';
import { formatDay } from '../../messages/vi/format.ts';

/** "Ngày 15/02/2024, số 330-KH/TU: Phát động cao điểm thi đua": what registrations follow; none where nothing is said. */
export function launchLines({ launch }: Pick<Campaign, 'launch'>): readonly string[] {
  if (launch === undefined) return [];
  const number = launch.number === undefined ? '' : `, số ${launch.number}`;
  return [`Ngày ${formatDay(launch.date)}${number}: ${launch.text ?? 'phát động phong trào'}`];
}

import { type Micropoints, scalePoints, ZERO_POINTS } from '../../numbers/micropoints.ts';
import type { Targeted } from './figure.ts';

export interface Peer extends Targeted {
  readonly unitId: string;
}

/**
 * As a provincial police system scores it (DOMAIN section 2), with L the leader's A/T:
 * below the target ½·max·A/T; at it ½·max; the leader max; others above it ½·max + ½·max·(A/T − 1)/(L − 1).
 */
export function peerRelativePoints(
  max: Micropoints,
  { value, target }: Targeted,
  leader: Targeted | undefined,
): Micropoints {
  if (value <= 0n) return ZERO_POINTS;
  if (value <= target || leader === undefined)
    return scalePoints(max, value < target ? value : target, 2n * target);
  // (A/T − 1)/(L − 1) as one fraction, so that nothing is rounded before the end.
  const part = (value - target) * leader.target;
  const whole = (leader.value - leader.target) * target;
  return scalePoints(max, whole + part, 2n * whole);
}

/** Who is furthest above its own target; of several equally far, the first by unit id. Undefined: nobody is above. */
export function leaderOf(peers: Iterable<Peer>): Peer | undefined {
  let leader: Peer | undefined;
  for (const peer of peers) if (peer.value > peer.target && isAhead(peer, leader)) leader = peer;
  return leader;
}

function isAhead(peer: Peer, leader: Peer | undefined): boolean {
  if (leader === undefined) return true;
  const difference = peer.value * leader.target - leader.value * peer.target;
  return difference > 0n || (difference === 0n && peer.unitId < leader.unitId);
}
